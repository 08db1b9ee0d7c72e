using System.Globalization;
using System.Text;
using LeakTrace.Engine.Counting.Sampling;

namespace LeakTrace.Benchmarks.Sampling;

/// <summary>Coverage and width of the intervals of samples, beside the best that are known.</summary>
static class SamplingRun
{
    const int Samples = 10_000;
    const double Confidence = 0.95;
    const double LeastCoverage = 0.94;

    static readonly (int Population, int Sample)[] _strata = [(40, 10), (200, 20), (500, 50), (2_000, 100), (20_000, 200)];
    static readonly double[] _shares = [0.5, 0.8, 0.95, 0.99, 1];

    /// <summary>Simulates, and writes results/MACHINE/sampling.md.</summary>
    public static int Run()
    {
        var text = new StringBuilder("# Intervals of samples\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Description} {Samples:N0} simulated samples a cell; 95 % intervals.\n\n");
        WriteStrata(text);
        WriteTotals(text);
        File.WriteAllText(Path.Combine(Machine.ResultsFolder(), "sampling.md"), text.ToString());
        Console.Write(text);
        return 0;
    }

    static void WriteStrata(StringBuilder text)
    {
        text.Append("A stratum by itself: covered at a true share of …, and the mean width against the shortest exact intervals that can be.\n\n");
        text.Append("| records | sample |").AppendJoin("", _shares.Select(share => string.Create(CultureInfo.InvariantCulture, $" {share} |"))).Append(" width ÷ shortest | Clopper–Pearson ÷ shortest |\n");
        text.Append("|---:|---:|").Insert(text.Length, "---:|", _shares.Length + 2).Append('\n');
        foreach (var (population, sample) in _strata)
        {
            var ours = Enumerable.Range(0, sample + 1).Select(found => StratumInterval.Of(new SampleCount(population, sample, found))).ToArray();
            var oneSided = Enumerable.Range(0, sample + 1).Sum(found =>
                StratumInterval.OneSided(new SampleCount(population, sample, found), (1 - Confidence) / 2) is var (low, high) ? high - low + 1 : 0);
            double shortest = ShortestIntervals.Sum(population, sample);
            text.Append(CultureInfo.InvariantCulture, $"| {population:N0} | {sample} |");
            foreach (var share in _shares)
            {
                var trueRecords = (int)Math.Round(share * population);
                var random = new Random(HashCode(population, sample, trueRecords));
                var covered = Enumerable.Range(0, Samples).Count(_ =>
                    ours[Draws.Hits(random, population, trueRecords, sample)] is var (low, high) && low <= trueRecords && trueRecords <= high);
                text.Append(CultureInfo.InvariantCulture, $" {100.0 * covered / Samples:0.0} % |");
            }

            text.Append(CultureInfo.InvariantCulture, $" {ours.Sum(interval => interval.High - interval.Low + 1) / shortest:0.000} | {oneSided / shortest:0.000} |\n");
        }

        text.Append('\n');
    }

    static void WriteTotals(StringBuilder text)
    {
        text.Append("The total over strata: covered, and mean width as a share of the population. The best of the others is the narrowest that covers at least 94 % there. Where nearly all strata are all true, a sample has so few results that every interval with 95 % covers more: with all untrue records in a stratum with a sample of two, both untrue have a probability of 9 %, and 100 % is the least.\n\n");
        text.Append("| strata | true share | covered | width | ÷ best other | textbook | score | Wright | Wendell–Schmee |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var layout in Layout.All)
        {
            foreach (var (name, share) in Layout.Shares)
            {
                text.Append(Row(layout, name, share));
            }
        }

        text.Append('\n');
    }

    static string Row(Layout layout, string name, Func<int, double> share)
    {
        var trueRecords = layout.TrueRecords(share);
        var random = new Random(HashCode(layout.Populations.Length, layout.Sizes[0], trueRecords.Sum()));
        var samples = Enumerable.Range(0, Samples)
            .Select(_ => (IReadOnlyList<SampleCount>)[.. trueRecords.Select((m, s) =>
                new SampleCount(layout.Populations[s], layout.Sizes[s], Draws.Hits(random, layout.Populations[s], m, layout.Sizes[s])))]).ToList();
        var ours = Measure(samples, trueRecords.Sum(), strata => TotalInterval.Of(strata));
        var peers = new List<Measured>
        {
            Measure(samples, trueRecords.Sum(), PeerIntervals.Wald), Measure(samples, trueRecords.Sum(), PeerIntervals.Score),
            Measure(samples, trueRecords.Sum(), PeerIntervals.Wright),
        };
        if (layout.Populations.Length == 2)
        {
            peers.Add(Measure(samples, trueRecords.Sum(), strata => PeerIntervals.WendellSchmee(strata[0], strata[1])));
        }

        var valid = peers.Where(peer => peer.Coverage >= LeastCoverage).ToList();
        var best = valid.Count == 0 ? "–" : (ours.Width / valid.Min(peer => peer.Width)).ToString("0.00", CultureInfo.InvariantCulture);
        double population = layout.Populations.Sum();
        var cells = peers.Select(peer => string.Create(CultureInfo.InvariantCulture, $"{peer.Coverage * 100:0.0} %, {peer.Width / population:0.000}")).ToList();
        while (cells.Count < 4)
        {
            cells.Add("not feasible");
        }

        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"| {layout.Name} | {name} | {ours.Coverage * 100:0.0} % | {ours.Width / population:0.000} | {best} | {string.Join(" | ", cells)} |\n");
        Console.Error.Write(row);
        return row;
    }

    static Measured Measure(List<IReadOnlyList<SampleCount>> samples, int truth, Func<IReadOnlyList<SampleCount>, CountInterval> interval)
    {
        // The same result comes often where strata are few.
        var known = new Dictionary<string, CountInterval>(StringComparer.Ordinal);
        double width = 0;
        var covered = 0;
        foreach (var sample in samples)
        {
            var key = string.Join(',', sample.Select(stratum => stratum.True));
            if (!known.TryGetValue(key, out var found))
            {
                known[key] = found = interval(sample);
            }

            width += found.High - found.Low + 1;
            covered += found.Low <= truth && truth <= found.High ? 1 : 0;
        }

        return new Measured((double)covered / samples.Count, width / samples.Count);
    }

    static int HashCode(int a, int b, int c) => unchecked((a * 31 + b) * 1_000_003 + c);

    readonly record struct Measured(double Coverage, double Width);
}
