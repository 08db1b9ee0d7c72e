using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using LeakTrace.Benchmarks.Traces;

namespace LeakTrace.Benchmarks.Peers;

/// <summary>A whole trace beside the same link in plain SQL in DuckDB, in turns; without DuckDB the trace alone.</summary>
static class PeerRun
{
    const int Repetitions = 5;
    const int SeizedRows = 40_000;

    static string Peer => Path.Combine(Machine.ProjectFolder(), "benchmarks", "peers", "duckdb");

    /// <summary>Measures against a register of so many records; returns an exit code.</summary>
    public static int Run(int records)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "case");
            PlainCase.Write(path, records, SeizedRows);
            var pairs = Path.Combine(folder, "pairs.csv");
            var hasPeer = Directory.Exists(Path.Combine(Peer, "node_modules"));
            List<MeasuredCall> cold = [], stored = [], peer = [];
            for (var i = 0; i < Repetitions; i++)
            {
                foreach (var store in Directory.EnumerateFiles(path, "case.db*"))
                {
                    File.Delete(store);
                }

                cold.Add(MeasuredCall.Trace(path));
                stored.Add(MeasuredCall.Trace(path));
                if (hasPeer)
                {
                    peer.Add(MeasuredCall.Of(new ProcessStartInfo("node", ["link.mjs", PlainCase.Seized(path), PlainCase.Registry(path), pairs, "2"])
                    {
                        WorkingDirectory = Peer,
                    }));
                }
            }

            Save(records, path, pairs, cold, stored, peer);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Save(int records, string path, string pairs, List<MeasuredCall> cold, List<MeasuredCall> stored, List<MeasuredCall> peer)
    {
        var text = new StringBuilder("# Beside a database\n\n");
        text.Append(Machine.Description).Append(CultureInfo.InvariantCulture, $" {SeizedRows:N0} rows against {records:N0} records, both one CSV file of six columns; ");
        text.Append(CultureInfo.InvariantCulture, $"medians of {Repetitions} runs in turns, with the start of the process.\n\n");
        text.Append("| work | by | time (s) | processor time (s) | peak (MiB) | F1 |\n|---|---|---:|---:|---:|---:|\n");
        var quality = F1(Path.Combine(path, "out", "tables", "matches.csv"), "row", "record", Truth(path));
        Line(text, "Trace, cold", "LeakTrace", cold, quality);
        Line(text, "Trace, register in the store", "LeakTrace", stored, quality);
        if (peer.Count > 0)
        {
            Line(text, "Link in SQL, fixed weights", "DuckDB 1.5.6", peer, F1(pairs, "record", "found", null));
            text.Append(CultureInfo.InvariantCulture, $"\nCold against the database: {MeasuredCall.MedianSeconds(cold) / MeasuredCall.MedianSeconds(peer):0.00}; ");
            text.Append(CultureInfo.InvariantCulture, $"with the store: {MeasuredCall.MedianSeconds(stored) / MeasuredCall.MedianSeconds(peer):0.00}.\n");
        }
        else
        {
            text.Append("\nDuckDB was not there: `npm ci` in benchmarks/peers/duckdb brings it.\n");
        }

        Console.Write(text);
        File.WriteAllText(Path.Combine(Machine.ResultsFolder(), "peer.md"), text.ToString());
    }

    static void Line(StringBuilder text, string work, string by, List<MeasuredCall> calls, double quality) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {work} | {by} | {MeasuredCall.MedianSeconds(calls):0.00} | {MeasuredCall.MedianProcessorSeconds(calls):0.00} | {MeasuredCall.MedianMebibytes(calls):0} | {quality:0.0000} |\n");

    /// <summary>Record of each row of the list, by the number of the row.</summary>
    static Dictionary<string, string> Truth(string path)
    {
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = CsvReader.FromFile(PlainCase.Seized(path), new CsvReaderOptions { HasHeader = true });
        for (var row = 2; rows.Read(); row++)
        {
            truth.Add(row.ToString(CultureInfo.InvariantCulture), rows.GetString("编号"));
        }

        return truth;
    }

    /// <summary>F1 of the first match of each row; without a truth the key is the right answer itself.</summary>
    static double F1(string file, string key, string answer, Dictionary<string, string>? truth)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var right = 0;
        using var lines = CsvReader.FromFile(file, new CsvReaderOptions { HasHeader = true });
        while (lines.Read())
        {
            var row = lines.GetString(key);
            if ((truth is null || lines.GetString("class") == "match") && seen.Add(row))
            {
                right += (truth is null ? row : truth[row]) == lines.GetString(answer) ? 1 : 0;
            }
        }

        return 2.0 * right / (seen.Count + SeizedRows);
    }
}
