using System.Globalization;
using System.Text;
using CsvHelper;
using LeakTrace.Benchmarks.Traces;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Counting;

/// <summary>Valid counts of generated cases held against their truth, in all and for each edge, and whether the bounds hold it.</summary>
static class CountRun
{
    const int SeizedRows = 4_000;
    const int RegistryRecords = 20_000;
    static readonly CsvReaderOptions _options = new() { HasHeader = true };

    /// <summary>Measures; returns 1 where a bound does not hold the truth.</summary>
    public static int Run(int seeds)
    {
        var text = new StringBuilder("# Counts\n\n");
        text.Append(Machine.Description);
        text.Append(CultureInfo.InvariantCulture, $" Generated cases of {SeizedRows:N0} seized rows, {seeds} seeds each.\n\n");
        text.Append("| case | seeds | mean error, all | worst error, all | worst error, edge | truth within bounds, all | truth within bounds, edges | mean width of the bounds |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        var holds = true;
        foreach (var (kind, write) in Kinds())
        {
            var scopes = new List<Scope>();
            for (var seed = 1; seed <= seeds; seed++)
            {
                var found = Trace(write, seed);
                scopes.AddRange(found);
                Console.WriteLine($"{kind} {seed}: {string.Join("; ", found.Select(scope => scope.ToString()))}");
            }

            var all = scopes.FindAll(scope => scope.Name == "all");
            var edges = scopes.FindAll(scope => scope.Name == "edge");
            holds &= scopes.All(scope => scope.IsHeld);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {kind} | {seeds} | {all.Average(scope => scope.Error):0.000%} | {all.Max(scope => scope.Error):0.000%} | {edges.Max(scope => scope.Error):0.000%} | {all.Count(scope => scope.IsHeld)} of {all.Count} | {edges.Count(scope => scope.IsHeld)} of {edges.Count} | {scopes.Average(scope => (scope.High - scope.Low) / (double)scope.Truth):0.000%} |\n");
        }

        var path = Path.Combine(Machine.ResultsFolder(), "counts.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(text);
        Console.WriteLine(path);
        return holds ? 0 : 1;
    }

    static IEnumerable<(string Kind, Action<string, int> Write)> Kinds()
    {
        yield return ("maternity", (path, seed) => MaternityCase.Write(
            path, new MaternityOptions { Seed = seed, SeizedRows = SeizedRows, RegistryRecords = RegistryRecords }));
        yield return ("courier", (path, seed) => CourierCase.Write(
            path, new CourierOptions { Seed = seed, SeizedRows = SeizedRows, RegistryRecords = RegistryRecords }));
    }

    static List<Scope> Trace(Action<string, int> write, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-counts-").FullName;
        try
        {
            var path = Path.Combine(folder, "case");
            write(path, seed);
            MeasuredCall.Trace(path);
            var truth = Read(Path.Combine(CaseTruth.DirectoryFor(path), "counts.csv"), "valid", "valid");
            var found = Read(Path.Combine(path, "out", "tables", "counts.csv"), "valid_low", "valid_high");
            return [.. truth.Where(line => line.Key.Scope is "all" or "edge").Select(line =>
            {
                var (low, valid, high) = found[line.Key];
                return new Scope(line.Key.Scope, line.Key.Key, line.Value.Valid, low, valid, high);
            })];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Dictionary<(string Scope, string Key), (long Low, long Valid, long High)> Read(string path, string low, string high)
    {
        var lines = new Dictionary<(string, string), (long, long, long)>();
        using var table = CsvReader.FromFile(path, _options);
        while (table.Read())
        {
            lines[(table.GetString("scope"), table.GetString("key"))] = (Number(table, low), Number(table, "valid"), Number(table, high));
        }

        return lines;
    }

    static long Number(CsvReader table, string column) => long.Parse(table.GetString(column), CultureInfo.InvariantCulture);

    sealed record Scope(string Name, string Key, long Truth, long Low, long Valid, long High)
    {
        public double Error => Math.Abs(Valid - Truth) / (double)Truth;

        public bool IsHeld => Low <= Truth && Truth <= High;

        public override string ToString() => $"{Name} {Key} {Low}..{Valid}..{High} truth {Truth}{(IsHeld ? "" : " MISSED")}";
    }
}
