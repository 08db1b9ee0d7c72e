using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Chats;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Recognises the tables that stand side by side in some rows.</summary>
static class RegionRecogniser
{
    const int SampledCells = 60;
    const int FieldsOfRecord = 3;
    const double Enough = 0.3;
    const double ChatConfidence = 0.9;

    /// <summary>The tables of the rows, from left to right.</summary>
    public static IReadOnlyList<SheetRegionReading> Recognise(
        IReadOnlyList<SampleRow> rows, InputFolder folder, DateContext dates, SheetOverrides overrides)
    {
        var blocks = RegionFinder.Blocks(rows);
        if (blocks.Count > 1)
        {
            var parts = blocks.Select(block => Part(rows, block)).ToList();
            var regions = parts.Select(part => ColumnRecogniser.Recognise(part, folder, dates, overrides)).ToList();
            Join(rows, blocks, regions, folder, dates, overrides);
            if (blocks.Count > 1)
            {
                return [.. regions.Select((region, i) => Reading(
                    Part(rows, blocks[i]), region with { Columns = region.Layout.Columns.Count }, blocks[i], folder, dates))];
            }
        }

        var whole = ColumnRecogniser.Recognise(rows, folder, dates, overrides);
        return [Reading(rows, whole, (0, Math.Max(0, whole.Columns - 1)), folder, dates)];
    }

    // What names nobody by itself belongs to the table to its left: a remark behind an empty column.
    static void Join(
        IReadOnlyList<SampleRow> rows, List<(int First, int Last)> blocks, List<RecognisedSheet> regions, InputFolder folder, DateContext dates,
        SheetOverrides overrides)
    {
        for (var i = blocks.Count - 1; i >= 0 && blocks.Count > 1; i--)
        {
            if (IsOfPeople(regions[i].Layout))
            {
                continue;
            }

            var into = i > 0 ? i - 1 : 0;
            blocks[into] = (blocks[into].First, blocks[into + 1].Last);
            blocks.RemoveAt(into + 1);
            regions.RemoveAt(into + 1);
            regions[into] = ColumnRecogniser.Recognise(Part(rows, blocks[into]), folder, dates, overrides);
        }
    }

    // A husband or a sender is of the row to the left or right.
    static bool IsOfPeople(SheetLayout layout) =>
        layout.Columns.Any(column => column.Role is FieldRole.PersonName or FieldRole.NationalId
            && (HeaderWords.Read(column.Header).Concepts & (Concept.Family | Concept.Sender | Concept.Baby)) == 0)
        && layout.Columns.Count(column => column.Role is FieldRole.PersonName or FieldRole.Phone or FieldRole.NationalId or FieldRole.Waybill or FieldRole.EventDate
            or FieldRole.Address or FieldRole.RecordNumber) >= 2;

    static List<SampleRow> Part(IReadOnlyList<SampleRow> rows, (int First, int Last) block)
    {
        var part = new List<SampleRow>(rows.Count);
        foreach (var row in rows)
        {
            var cells = new string[Math.Min(row.Cells.Length, block.Last + 1)];
            Array.Fill(cells, "");
            for (var i = block.First; i < cells.Length; i++)
            {
                cells[i] = row.Cells[i];
            }

            if (new SampleRow(row.Row, row.Hidden, cells) is { Filled: > 0 } kept)
            {
                part.Add(kept);
            }
        }

        return part;
    }

    static SheetRegionReading Reading(
        IReadOnlyList<SampleRow> rows, RecognisedSheet sheet, (int First, int Last) block, InputFolder folder, DateContext dates)
    {
        var (column, isChat, confidence) = folder == InputFolder.Seized ? RecordColumn(rows, sheet, dates) : (-1, false, 0);
        if (column >= 0)
        {
            sheet = sheet with { Layout = WithRecords(sheet.Layout, column, isChat, Math.Round(confidence, 3)) };
        }

        var headers = new string[block.Last + 1];
        Array.Fill(headers, "");
        foreach (var named in sheet.Layout.Columns)
        {
            headers[named.Index] = named.Header;
        }

        return new SheetRegionReading(sheet, new RowClassifier(sheet, headers), block.First, block.Last, column, isChat);
    }

    static (int Column, bool IsChat, double Confidence) RecordColumn(IReadOnlyList<SampleRow> rows, RecognisedSheet sheet, DateContext dates)
    {
        var header = rows.FirstOrDefault(row => row.Row == sheet.Layout.HeaderRow);
        if (ChatTable.WordsColumn(header ?? (rows.Count > 0 ? rows[0] : null)) is >= 0 and var words)
        {
            return (words, true, ChatConfidence);
        }

        foreach (var column in sheet.Layout.Columns)
        {
            var cells = rows.Where(row => row.Row > sheet.Layout.HeaderRow && row[column.Index].Length > 0).Take(SampledCells).Select(row => row[column.Index]).ToArray();
            if (cells.Length == 0 || cells.Average(cell => cell.Length) < 16)
            {
                continue;
            }

            var whole = cells.Count(cell => WrittenRecords.Read(cell, dates).Any(record => WrittenRecords.Fields(record) >= FieldsOfRecord));
            if (whole >= Enough * cells.Length)
            {
                return (column.Index, false, (double)whole / cells.Length);
            }
        }

        return (-1, false, 0);
    }

    // The partners of a chat are nobody's data subjects.
    static SheetLayout WithRecords(SheetLayout layout, int column, bool isChat, double confidence) => layout with
    {
        Columns = [.. layout.Columns.Select(named => named.Index == column ? named with
            {
                Role = FieldRole.Note,
                Confidence = confidence,
                Why = isChat ? "messages of a chat, in which records are looked for" : "cells hold whole records",
            }
            : isChat ? named with { Role = FieldRole.Attribute, Confidence = confidence, Why = "about a message of a chat" } : named)],
    };
}
