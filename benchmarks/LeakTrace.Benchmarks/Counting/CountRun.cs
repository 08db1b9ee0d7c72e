using System.Globalization;
using System.Text;
using LeakTrace.Benchmarks.Cases;
using LeakTrace.Engine.Tracing;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Counting;

/// <summary>Valid counts of generated cases held against their truth, in all and for each edge, and whether the bounds hold it.</summary>
static class CountRun
{
    const int SeizedRows = 4_000;
    const int RegistryRecords = 20_000;

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
                var current = seed;
                var found = GeneratedTrace.Run(path => write(path, current), Judge);
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
        yield return ("maternity", (path, seed) => MaternityCase.Write(path, Maternity(seed)));
        yield return ("maternity, retyped carelessly", (path, seed) => MaternityCase.Write(path, Maternity(seed) with
        {
            PhoneSubstitutionShare = 0.04,
            PhoneTranspositionShare = 0.02,
            NameErrorShare = 0.05,
            DateErrorShare = 0.04,
            DuplicateInFileShare = 0.05,
            DuplicateAcrossFilesShare = 0.08,
            EditedDuplicateShare = 0.7,
            MaskedShare = 0.06,
            InvalidShare = 0.02,
            UnidentifiableShare = 0.02,
        }));
        yield return ("courier", (path, seed) => CourierCase.Write(path, Courier(seed)));
        yield return ("courier, masked and retyped", (path, seed) => CourierCase.Write(path, Courier(seed) with
        {
            MaskedShare = 0.35,
            PhoneSubstitutionShare = 0.03,
            NameErrorShare = 0.04,
            RepeatedRecipientShare = 0.3,
        }));
        yield return ("resale", (path, seed) => ResaleCase.Write(path, Resale(seed)));
        yield return ("resale, edited, with a register", (path, seed) => ResaleCase.Write(path, Resale(seed) with
        {
            RegistryRecords = RegistryRecords,
            EditedShare = 0.1,
            MixedShare = 0.7,
            NameErrorShare = 0.04,
            PhoneSubstitutionShare = 0.03,
        }));
    }

    static MaternityOptions Maternity(int seed) => new() { Seed = seed, SeizedRows = SeizedRows, RegistryRecords = RegistryRecords };

    static CourierOptions Courier(int seed) => new() { Seed = seed, SeizedRows = SeizedRows, RegistryRecords = RegistryRecords };

    static ResaleOptions Resale(int seed) => new() { Seed = seed, SeizedRows = SeizedRows };

    static List<Scope> Judge(TraceResult result, string truth)
    {
        var found = result.Counts.ToDictionary(line => (line.Scope, line.Key));
        var scopes = new List<Scope>();
        foreach (var cells in GeneratedTrace.Truth(truth, "counts").Where(cells => cells[0] is "all" or "edge"))
        {
            var line = found[(cells[0], cells[1])];
            scopes.Add(new Scope(
                cells[0], cells[1], long.Parse(cells[^1], CultureInfo.InvariantCulture), line.ValidLow, line.Valid, line.ValidHigh));
        }

        return scopes;
    }

    sealed record Scope(string Name, string Key, long Truth, long Low, long Valid, long High)
    {
        public double Error => Math.Abs(Valid - Truth) / (double)Truth;

        public bool IsHeld => Low <= Truth && Truth <= High;

        public override string ToString() => $"{Name} {Key} {Low}..{Valid}..{High} truth {Truth}{(IsHeld ? "" : " MISSED")}";
    }
}
