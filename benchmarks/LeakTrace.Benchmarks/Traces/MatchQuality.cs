using CsvHelper;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>Best matches held against the truth: the record that the row was made from, in its source.</summary>
/// <param name="Precision">Share of the matched rows whose best match is right.</param>
/// <param name="Recall">Share of the rows made from a record whose best match is that record.</param>
readonly record struct MatchQuality(double Precision, double Recall)
{
    static readonly CsvReaderOptions _options = new() { HasHeader = true };

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Reads the truth and the tables of a trace.</summary>
    public static MatchQuality Of(string truthFolder, string tablesFolder)
    {
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var rows = CsvReader.FromFile(Path.Combine(truthFolder, "rows.csv"), _options))
        {
            while (rows.Read())
            {
                if (rows.GetString("record").Length > 0)
                {
                    truth.Add(RowOf(rows), RecordOf(rows));
                }
            }
        }

        // The best match of a row comes first.
        var matched = new HashSet<string>(StringComparer.Ordinal);
        var right = 0;
        using (var matches = CsvReader.FromFile(Path.Combine(tablesFolder, "matches.csv"), _options))
        {
            while (matches.Read())
            {
                if (matches.GetString("class") == "match" && matched.Add(RowOf(matches))
                    && truth.TryGetValue(RowOf(matches), out var record) && record == RecordOf(matches))
                {
                    right++;
                }
            }
        }

        return new MatchQuality((double)right / matched.Count, (double)right / truth.Count);
    }

    static string RowOf(CsvReader line) => $"{line.GetString("file")}!{line.GetString("sheet")}!{line.GetString("row")}";

    static string RecordOf(CsvReader line) => $"{line.GetString("source")}!{line.GetString("record")}";
}
