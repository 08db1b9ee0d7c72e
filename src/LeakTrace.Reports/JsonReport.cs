using System.Text.Encodings.Web;
using System.Text.Json;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports;

/// <summary>Writes everything in the tables, with the settings and the linkage, as one JSON document for programs.</summary>
public static class JsonReport
{
    // Written out in pieces of this size, so that a long table does not stand in memory.
    const int FlushBytes = 1 << 20;

    /// <summary>Writes report.json, whole or not at all. The same result gives the same bytes.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(TraceResult result, string engineVersion, string path) =>
        OutputFile.Write(path, stream => Write(result, engineVersion, stream));

    internal static void Write(TraceResult result, string engineVersion, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            // Han characters stay readable; the file is JSON, never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteString("engine", "LeakTrace");
        json.WriteString("engine_version", engineVersion);
        WriteSettings(result.Settings, json);
        WriteLinkage(result.Linkage, json);
        json.WriteStartObject("tables");
        Write(TraceTables.Inputs, result.Inputs, json);
        Write(TraceTables.Sources, result.Sources, json);
        Write(TraceTables.Accounts, result.Accounts, json);
        Write(TraceTables.SourcesByScope, result.SourcesByScope, json);
        Write(TraceTables.AccountsByScope, result.AccountsByScope, json);
        Write(TraceTables.Counts, result.Counts, json);
        Write(CountingTables.Thresholds, result.Thresholds, json);
        Write(CountingTables.ThresholdKeys, result.ThresholdKeys, json);
        Write(TraceTables.Files, result.Files, json);
        Write(TraceTables.Lineage, result.Lineage, json);
        Write(TraceTables.Flows, result.Flows, json);
        Write(TraceTables.Calls, result.Calls, json);
        Write(CountingTables.Ledger, result.Ledger, json);
        Write(CountingTables.Prices, result.Prices, json);
        Write(CountingTables.Parties, result.Parties, json);
        Write(CountingTables.Disagreements, result.Disagreements, json);
        Write(CountingTables.Information, result.Information, json);
        Write(CountingTables.Columns, result.Columns, json);
        Write(TraceTables.Problems, result.Problems, json);
        Write(TraceTables.Rows, result.Rows, json);
        Write(TraceTables.Matches, result.Matches, json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteSettings(TraceSettings settings, Utf8JsonWriter json)
    {
        json.WriteStartObject("settings");
        json.WriteNumber("seed", settings.Seed);
        json.WriteNumber("match_probability", settings.MatchProbability);
        json.WriteNumber("review_probability", settings.ReviewProbability);
        json.WriteNumber("needed_bits", settings.NeededBits);
        json.WriteNumber("needed_share", settings.NeededShare);
        json.WriteNumber("pairs_per_row", settings.PairsPerRow);
        json.WriteEndObject();
    }

    static void WriteLinkage(LinkageSummary linkage, Utf8JsonWriter json)
    {
        json.WriteStartObject("linkage");
        json.WriteNumber("seized_rows", linkage.SeizedRows);
        json.WriteNumber("registry_records", linkage.RegistryRecords);
        json.WriteNumber("candidate_pairs", linkage.CandidatePairs);
        WriteNumber("prior", linkage.Prior, json);
        json.WriteNumber("em_iterations", linkage.Iterations);
        json.WriteBoolean("estimated", linkage.Estimated);
        WriteNumber("match_bits", linkage.MatchBits, json);
        WriteNumber("review_bits", linkage.ReviewBits, json);
        json.WriteStartArray("levels");
        foreach (var level in linkage.Levels)
        {
            json.WriteStartObject();
            json.WriteString("field", level.Field);
            json.WriteString("level", level.Level);
            WriteNumber("m", level.M, json);
            WriteNumber("u", level.U, json);
            WriteNumber("weight", level.WeightBits, json);
            json.WriteNumber("matched", level.Matched);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in linkage.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteNumber("pairs", rule.Pairs);
            json.WriteNumber("skipped", rule.Skipped);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A number with all its digits; null where it is not finite.</summary>
    static void WriteNumber(string name, double number, Utf8JsonWriter json)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static void Write<T>(Table<T> table, IReadOnlyList<T> lines, Utf8JsonWriter json)
    {
        var names = Array.ConvertAll(table.Columns, column => JsonEncodedText.Encode(column.Name));
        json.WriteStartArray(table.Name);
        Span<byte> digits = stackalloc byte[SignificantDigits.MostCharacters];
        for (var i = 0; i < lines.Count; i++)
        {
            json.WriteStartObject();
            for (var column = 0; column < names.Length; column++)
            {
                json.WritePropertyName(names[column]);
                Write(table.Columns[column].Value(lines[i]), json, digits);
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushBytes)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    static void Write(Cell cell, Utf8JsonWriter json, Span<byte> digits)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                json.WriteStringValue(cell.AsText);
                break;
            case CellKind.Integer:
                json.WriteNumberValue(cell.AsInteger);
                break;
            case CellKind.Rounded:
                json.WriteRawValue(digits[..SignificantDigits.Write(cell.AsNumber, digits)], skipInputValidation: true);
                break;
            case CellKind.Exact:
                json.WriteNumberValue(cell.AsNumber);
                break;
            case CellKind.Boolean:
                json.WriteBooleanValue(cell.AsBoolean);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
