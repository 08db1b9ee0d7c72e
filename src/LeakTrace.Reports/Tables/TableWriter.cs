using CsvHelper;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Tables;

/// <summary>Writes the tables of a trace as CSV: UTF-8 with byte order mark, CRLF, RFC 4180, no formulas.</summary>
public static class TableWriter
{
    // Tables that a trace may have; those it has not are removed, so that no table of an earlier trace stands beside new ones.
    static readonly string[] _known =
    [
        "inputs", "rows", "matches", "sources", "accounts", "counts", "thresholds", "threshold_keys", "files", "lineage", "flows", "ledger", "prices",
        "parties", "disagreements", "information", "columns", "calls", "problems",
    ];

    static readonly CsvWriterOptions _options = new()
    {
        WriteByteOrderMark = true,
        NewLine = "\r\n",
        TrueValue = "true",
        FalseValue = "false",
        FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        BufferSize = 1 << 18,
    };

    /// <summary>Writes tables/*.csv below a folder, each whole or not at all.</summary>
    /// <exception cref="InputException">The folder cannot be made or written.</exception>
    public static void WriteAll(TraceResult result, string directory)
    {
        var tables = Path.Combine(directory, "tables");
        var written = new List<string>
        {
            Write(TraceTables.Inputs, result.Inputs, tables),
            Write(TraceTables.Rows, result.Rows, tables),
            Write(TraceTables.Matches, result.Matches, tables),
            Write(TraceTables.Sources, result.Sources, tables),
            Write(TraceTables.Accounts, result.Accounts, tables),
            Write(TraceTables.SourcesByScope, result.SourcesByScope, tables),
            Write(TraceTables.AccountsByScope, result.AccountsByScope, tables),
            Write(TraceTables.Counts, result.Counts, tables),
            Write(CountingTables.Thresholds, result.Thresholds, tables),
            Write(CountingTables.ThresholdKeys, result.ThresholdKeys, tables),
            Write(TraceTables.Files, result.Files, tables),
            Write(TraceTables.Lineage, result.Lineage, tables),
            Write(TraceTables.Flows, result.Flows, tables),
            Write(TraceTables.Calls, result.Calls, tables),
            Write(CountingTables.Ledger, result.Ledger, tables),
            Write(CountingTables.Prices, result.Prices, tables),
            Write(CountingTables.Parties, result.Parties, tables),
            Write(CountingTables.Disagreements, result.Disagreements, tables),
            Write(CountingTables.Information, result.Information, tables),
            Write(CountingTables.Columns, result.Columns, tables),
            Write(TraceTables.Problems, result.Problems, tables),
        };
        foreach (var stale in _known.Except(written))
        {
            File.Delete(Path.Combine(tables, stale + ".csv"));
        }
    }

    static string Write<T>(Table<T> table, IReadOnlyList<T> lines, string directory)
    {
        OutputFile.Write(Path.Combine(directory, table.Name + ".csv"), stream => Write(table, lines, stream));
        return table.Name;
    }

    internal static void Write<T>(Table<T> table, IReadOnlyList<T> lines, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, _options, leaveOpen: true);
        writer.WriteHeader(Array.ConvertAll(table.Columns, column => column.Name));
        Span<byte> digits = stackalloc byte[SignificantDigits.MostCharacters];
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var (_, value) in table.Columns)
            {
                Write(value(lines[i]), writer, digits);
            }

            writer.EndRecord();
        }
    }

    static void Write(Cell cell, CsvWriter writer, Span<byte> digits)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                writer.WriteField(FormulaGuard.Neutral(cell.AsText));
                break;
            case CellKind.Integer:
                writer.WriteField(cell.AsInteger);
                break;
            case CellKind.Rounded:
                writer.WriteField((ReadOnlySpan<byte>)digits[..SignificantDigits.Write(cell.AsNumber, digits)]);
                break;
            case CellKind.Exact:
                writer.WriteField(cell.AsNumber);
                break;
            case CellKind.Boolean:
                writer.WriteField(cell.AsBoolean);
                break;
            default:
                writer.WriteField("");
                break;
        }
    }
}
