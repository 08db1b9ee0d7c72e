using System.Globalization;
using System.Text;
using LeakTrace.Benchmarks.Traces;

namespace LeakTrace.Benchmarks.Linkage;

/// <summary>Links public and made-up tables by the program as users call it, without labels or profiles, at its own threshold.</summary>
static class LinkageRun
{
    /// <summary>Measures the sets whose name has a word; returns an exit code.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        var text = new StringBuilder("# Linkage\n\n");
        text.Append(Machine.Description);
        text.Append(" No labels, no profile, p ≥ 0.5; pairs that blocking lost count as missed; time with the start of the program.\n\n");
        text.Append("| set | true pairs | precision | recall | F1 | B³ F1 | B³ of linking nothing | seconds | peak (MiB) |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        var folder = Directory.CreateTempSubdirectory("leaktrace-linkage-").FullName;
        try
        {
            foreach (var set in Sets(folder).Where(set => words.Count == 0 || words.Any(word => set.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
            {
                var line = Measure(set, folder);
                Console.WriteLine(line);
                text.Append(line).Append('\n');
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        if (words.Count == 0)
        {
            var path = Path.Combine(Machine.ResultsFolder(), "linkage.md");
            File.WriteAllText(path, text.ToString());
            Console.WriteLine(path);
        }

        return 0;
    }

    static IEnumerable<LinkageSet> Sets(string folder)
    {
        if (Environment.GetEnvironmentVariable("LEAKTRACE_DATA") is { Length: > 0 } data)
        {
            foreach (var set in PublicSets.Make(data, folder))
            {
                yield return set;
            }
        }
        else
        {
            Console.WriteLine("LEAKTRACE_DATA names no folder: the public sets are left out.");
        }

        foreach (var seed in new[] { 1, 2 })
        {
            yield return Imitations.OneError(seed, folder);
            yield return Imitations.Payments(seed, folder);
            yield return Imitations.Figures(seed, folder);
            yield return ChinesePeople.Make(seed, folder);
        }
    }

    static string Measure(LinkageSet set, string folder)
    {
        var output = Path.Combine(folder, "out.csv");
        var call = MeasuredCall.Run(set.Right is null ? ["dedupe", set.Left, "--out", output] : ["link", set.Left, set.Right, "--out", output]);
        var rows = Plain.Read(output).Skip(1);
        var quality = set.Right is null
            ? LinkageQuality.OfClusters(rows.ToDictionary(row => row[0], row => row[1]), set.Clusters)
            : LinkageQuality.OfPairs(rows.Where(row => row[4] == "match").Select(row => (row[0], row[1])).ToHashSet(), set.Pairs);
        var cubed = set.Right is null ? string.Create(CultureInfo.InvariantCulture, $"{quality.Cubed:0.0000} | {quality.Nothing:0.0000}") : "– | –";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {set.Name} | {quality.TruePairs:N0} | {quality.Precision:0.0000} | {quality.Recall:0.0000} | {quality.F1:0.0000} | {cubed} | {call.Time.TotalSeconds:0.00} | {call.PeakBytes >> 20} |");
    }
}
