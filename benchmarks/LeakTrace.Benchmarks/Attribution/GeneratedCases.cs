using System.Globalization;
using System.Text;
using CsvHelper;
using LeakTrace.Benchmarks.Traces;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Whole traces of generated cases: the copy that a row was made from, and lists that come from no source of the case.</summary>
static class GeneratedCases
{
    static readonly CsvReaderOptions _options = new() { HasHeader = true };

    static readonly MaternityOptions _small = new() { RegistryRecords = 8000, SeizedRows = 1500, Months = 12 };

    /// <summary>Writes what was found.</summary>
    public static string Run(int seeds)
    {
        var text = new StringBuilder();
        long copies = 0, right = 0;
        var needed = 0;
        var least = 1.0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var found = Trace(_small with { Seed = seed, TwoHospitalShare = 0.3, ThirdHospitalShare = 0.2 }, Copies);
            copies += found.Rows;
            right += found.Right;
            var (anyNeeded, share) = Trace(_small with { Seed = seed, FromElsewhere = true, ElsewhereOverlapShare = 0.05 }, Elsewhere);
            needed += anyNeeded ? 1 : 0;
            least = Math.Min(least, share);
        }

        text.Append("| generated cases, traced whole | |\n|---|---:|\n");
        text.Append(CultureInfo.InvariantCulture, $"| rows of people whom two or three hospitals hold, with mistakes of their own | {copies} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| … assigned to the copy that leaked | {100.0 * right / copies:0.00} % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| cases whose list comes from no source, 5 % of it in the registers by chance | {seeds} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| … with a source or account needed | {needed} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| … least share that elsewhere explains | {100 * least:0.0} % |\n");
        Console.WriteLine(text);
        return text.ToString();
    }

    static T Trace<T>(MaternityOptions options, Func<string, string, T> read)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "case");
            MaternityCase.Write(path, options);
            MeasuredCall.Trace(path);
            return read(CaseTruth.DirectoryFor(path), Path.Combine(path, "out", "tables"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static (long Rows, long Right) Copies(string truthFolder, string tablesFolder)
    {
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        Each(Path.Combine(truthFolder, "rows.csv"), line =>
        {
            if (line.GetString("record").Length > 0)
            {
                truth[RowOf(line)] = line.GetString("source");
            }
        });
        var matched = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Each(Path.Combine(tablesFolder, "matches.csv"), line =>
        {
            if (line.GetString("class") == "match")
            {
                if (!matched.TryGetValue(RowOf(line), out var sources))
                {
                    matched[RowOf(line)] = sources = [];
                }

                sources.Add(line.GetString("source"));
            }
        });
        var several = matched.Where(row => row.Value.Distinct().Count() > 1 && truth.ContainsKey(row.Key)).ToList();
        return (several.Count, several.Count(row => row.Value[0] == truth[row.Key]));
    }

    static (bool AnyNeeded, double Share) Elsewhere(string truthFolder, string tablesFolder)
    {
        var anyNeeded = false;
        double elsewhere = 0, all = 0;
        foreach (var table in (string[])["sources.csv", "accounts.csv"])
        {
            Each(Path.Combine(tablesFolder, table), line => anyNeeded |= line.GetString("needed") == "true");
        }

        Each(Path.Combine(tablesFolder, "sources.csv"), line =>
        {
            var explained = double.Parse(line.GetString("explained_people"), CultureInfo.InvariantCulture);
            all += explained;
            elsewhere += line.GetString("kind") == "elsewhere" ? explained : 0;
        });
        return (anyNeeded, elsewhere / all);
    }

    static void Each(string path, Action<CsvReader> read)
    {
        using var lines = CsvReader.FromFile(path, _options);
        while (lines.Read())
        {
            read(lines);
        }
    }

    static string RowOf(CsvReader line) => $"{line.GetString("file")}!{line.GetString("sheet")}!{line.GetString("row")}";
}
