using System.Globalization;

namespace LeakTrace.Reports.Workbooks;

/// <summary>A sheet of the workbook: a plan, or as much of it as a sheet holds.</summary>
/// <param name="Plan">What it shows.</param>
/// <param name="Number">1-based place in the workbook.</param>
/// <param name="First">First line, from 0.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="Turn">1 for the first sheet of the plan, 2 for the one that continues it …</param>
/// <param name="IsLast">Whether no other continues it.</param>
sealed record SheetPart(SheetPlan Plan, int Number, int First, int Lines, int Turn, bool IsLast)
{
    const double NotePlaces = 100;
    const double LineHeight = 13;
    const double LeastHeaderHeight = 20;

    /// <summary>Name on the tab.</summary>
    public string Name => Turn == 1 ? Plan.Name : string.Create(CultureInfo.InvariantCulture, $"{Plan.Name} ({Turn})");

    /// <summary>Name of its cells, the same in every language.</summary>
    public string CellsName => Turn == 1 ? "lt_" + Plan.Id : string.Create(CultureInfo.InvariantCulture, $"lt_{Plan.Id}_{Turn}");

    /// <summary>Headers and lines, as a formula refers to them.</summary>
    public string Cells => string.Create(
        CultureInfo.InvariantCulture,
        $"'{Name}'!$A${SheetPlan.HeaderRow}:${SheetWriter.Letters(Math.Max(0, Plan.Columns.Count - 1))}${SheetPlan.HeaderRow + Lines}");

    /// <summary>The rows that every printed page repeats.</summary>
    public string PrintTitles => string.Create(CultureInfo.InvariantCulture, $"'{Name}'!$1:${SheetPlan.HeaderRow}");

    /// <summary>Writes the part.</summary>
    /// <param name="part">Where to.</param>
    /// <param name="nameOf">Name of the first sheet of a plan; null where there is none.</param>
    public void Write(PartWriter part, Func<string, string?> nameOf)
    {
        part.Raw("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"""u8);
        part.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"u8);
        part.Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"{(Number == 1 ? " tabSelected=\"1\"" : "")}><pane ySplit=\"{SheetPlan.HeaderRow}\" topLeftCell=\"A{SheetPlan.HeaderRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A{SheetPlan.HeaderRow + 1}\" sqref=\"A{SheetPlan.HeaderRow + 1}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"));
        WriteColumns(part);
        part.Raw("<sheetData>"u8);
        var sheet = new SheetWriter(part);
        WriteHead(sheet);
        for (var line = First; line < First + Lines; line++)
        {
            sheet.BeginRow(Plan.HeightOf?.Invoke(line) ?? 0);
            Plan.Write(sheet, line);
            sheet.EndRow();
        }

        if (IsLast)
        {
            Plan.WriteBelow?.Invoke(sheet);
        }

        part.Raw("</sheetData>"u8);
        WriteTail(part, nameOf);
        part.Raw("</worksheet>"u8);
    }

    void WriteColumns(PartWriter part)
    {
        part.Raw("<cols>"u8);
        foreach (var (i, column) in Plan.Columns.Index())
        {
            part.Raw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"));
        }

        part.Raw("</cols>"u8);
    }

    void WriteHead(SheetWriter sheet)
    {
        sheet.BeginRow(24);
        sheet.Text(Plan.Title, CellStyle.Title);
        sheet.EndRow();

        var lines = Math.Ceiling(ColumnPlan.Places(Plan.Note) / NoteWidth() * 1.1);
        sheet.BeginRow(Math.Max(1, lines) * LineHeight + 4);
        sheet.Text(Plan.Note, CellStyle.Note);
        sheet.EndRow();

        var header = Plan.Columns.Max(column => Math.Ceiling((ColumnPlan.Places(column.Header) + 3) / column.Width));
        sheet.BeginRow(Math.Max(LeastHeaderHeight, header * LineHeight + 6));
        foreach (var column in Plan.Columns)
        {
            sheet.Text(column.Header, column.IsNumeric ? CellStyle.NumberHeader : CellStyle.Header);
        }

        sheet.EndRow();
    }

    /// <summary>Columns that the note stretches over: as many as a line of text is long, and no more.</summary>
    int NoteColumns()
    {
        double width = 0;
        var columns = 0;
        while (columns < Plan.Columns.Count && width < NotePlaces)
        {
            width += Plan.Columns[columns++].Width;
        }

        return columns;
    }

    double NoteWidth() => Math.Max(20, Plan.Columns.Take(NoteColumns()).Sum(column => column.Width));

    void WriteTail(PartWriter part, Func<string, string?> nameOf)
    {
        if (Plan.HasFilter)
        {
            part.Raw($"<autoFilter ref=\"{Cells[(Cells.LastIndexOf('!') + 1)..].Replace("$", "", StringComparison.Ordinal)}\"/>");
        }

        if (NoteColumns() > 1)
        {
            part.Raw($"<mergeCells count=\"1\"><mergeCell ref=\"A2:{SheetWriter.Letters(NoteColumns() - 1)}2\"/></mergeCells>");
        }

        if (Plan.Choices is { } choices && Lines > 0)
        {
            var letters = SheetWriter.Letters(choices.Column);
            part.Raw(string.Create(
                CultureInfo.InvariantCulture,
                $"<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{letters}{SheetPlan.HeaderRow + 1}:{letters}{SheetPlan.HeaderRow + Lines}\"><formula1>&quot;{string.Join(',', choices.Words)}&quot;</formula1></dataValidation></dataValidations>"));
        }

        var links = Plan.Links.Where(link => nameOf(link.Id) is not null).ToList();
        if (links.Count > 0)
        {
            part.Raw("<hyperlinks>"u8);
            foreach (var (cell, id) in links)
            {
                part.Raw($"<hyperlink ref=\"{cell}\" location=\"'");
                part.Text(nameOf(id));
                part.Raw("'!A1\"/>"u8);
            }

            part.Raw("</hyperlinks>"u8);
        }

        part.Raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"u8);
        part.Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"u8);
        part.Raw("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"u8);
    }
}
