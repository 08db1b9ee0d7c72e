using System.Globalization;
using System.Text;
using LeakTrace.Engine.Attribution;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Fifteen sources that leaked nothing, where a share of everybody is got elsewhere: what evidence they earn, and by what they would be ranked.</summary>
static class InnocentSources
{
    const int Innocent = 15;
    const int Repeats = 5;

    /// <summary>The kinds of case.</summary>
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new("background of 5 %, one source leaks"),
        new("… nobody leaks", Leaking: 0),
        new("… three leak a tenth", Leaking: 3, Rate: 0.1),
        new("… nobody is held twice", Overlap: 0),
        new("… a fifth is held by each other source", Overlap: 0.2),
        new("… 2,000 people instead of 12,000", People: 2000),
        new("… sources of very different size", IsUneven: true),
        new("background of 1 %", Background: 0.01),
        new("background of 20 %", Background: 0.2),
        new("background of 5 %, by source a fifth more or less", Spread: 0.2),
    ];

    /// <summary>Writes a line for each kind.</summary>
    public static string Run(int seeds)
    {
        var text = new StringBuilder();
        text.Append("| 15 innocent sources | tests | above 6 bits | most | plain ratio at the best rate above 6 bits | … by its law | leaking sources: least bits |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in Kinds)
        {
            var fits = new LeakRateFit[seeds * Repeats];
            Parallel.For(0, fits.Length, seed => fits[seed] = Fit(kind, seed + 1));
            double[] Of(Func<LeakRateFit, double[]> bits, bool leaking) =>
                [.. fits.SelectMany(fit => leaking ? bits(fit).Skip(1).Take(kind.Leaking) : bits(fit).Skip(1 + kind.Leaking))];
            var evidence = Of(fit => fit.EvidenceBits, false);
            var ratios = Of(fit => fit.LogLikelihoodRatioBits, false);
            var leaking = kind.Leaking == 0 ? "" : Of(fit => fit.EvidenceBits, true).Min().ToString("0", CultureInfo.InvariantCulture);
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind.Name} | {evidence.Length} | {evidence.Count(bits => bits > 6)} | {evidence.Max():0.0} | {ratios.Count(bits => bits > 6)} | {ratios.Length * BoundaryTest.PValue(6):0.0} | {leaking} |");
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The fit of one case; elsewhere is holder 0, those who leak follow, then the innocent.</summary>
    public static LeakRateFit Fit(Kind kind, int seed)
    {
        var random = new Random(seed);
        var sources = Innocent + kind.Leaking;
        var homes = new double[sources + 1];
        var backgrounds = new double[sources + 1];
        for (var source = 1; source <= sources; source++)
        {
            homes[source] = homes[source - 1] + (kind.IsUneven ? 1.0 / source : 1);
            backgrounds[source] = kind.Background * (1 + kind.Spread * (2 * random.NextDouble() - 1) * Math.Sqrt(3));
        }

        var builder = new HolderSetsBuilder();
        var unseized = new double[sources + 1];
        Span<int> held = stackalloc int[sources + 1];
        for (var person = 0; person < kind.People; person++)
        {
            var at = random.NextDouble() * homes[sources];
            var home = Array.FindIndex(homes, sum => sum > at);
            var count = 0;
            var isSeized = random.NextDouble() < backgrounds[home];
            for (var holder = 0; holder <= sources; holder++)
            {
                if (holder == 0 || holder == home || random.NextDouble() < kind.Overlap)
                {
                    held[count++] = holder;
                    isSeized |= holder > 0 && holder <= kind.Leaking && random.NextDouble() < kind.Rate;
                }
            }

            if (isSeized)
            {
                builder.Add(held[..count], 1);
                continue;
            }

            foreach (var holder in held[..count])
            {
                unseized[holder]++;
            }
        }

        var isBackground = new bool[sources + 1];
        isBackground[0] = true;
        return LeakRateModel.Fit(builder.Build(isBackground, unseized), new LeakRateOptions { Threads = 1, ExactFromBits = 0 });
    }

    /// <summary>What a case is made of.</summary>
    /// <param name="Name">What the results call it.</param>
    /// <param name="Leaking">Sources that leak.</param>
    /// <param name="Rate">Share that they leak.</param>
    /// <param name="Background">Share of everybody that is got elsewhere.</param>
    /// <param name="Overlap">Chance that another source holds a person, too.</param>
    /// <param name="People">People in the registers.</param>
    /// <param name="IsUneven">Whether sources fall in size like one over their rank.</param>
    /// <param name="Spread">Standard deviation of the background by source, as a share of it.</param>
    public sealed record Kind(
        string Name, int Leaking = 1, double Rate = 0.3, double Background = 0.05, double Overlap = 0.03, int People = 12_000, bool IsUneven = false,
        double Spread = 0);
}
