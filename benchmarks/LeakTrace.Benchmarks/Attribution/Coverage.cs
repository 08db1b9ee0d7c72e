using System.Globalization;
using System.Text;
using LeakTrace.Engine.Attribution;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Sales drawn as Bernoulli(λ) from what was held by overlapping holders: how often intervals cover λ, and how near explained people come.</summary>
static class Coverage
{
    const int Fits = 2000;
    const int People = 4000;

    static readonly (string Name, double[] Rates, double Lost)[] _kinds =
    [
        ("low rates", [0.01, 0.08, 0.06, 0.04, 0.03, 0.02], 0),
        ("middling rates", [0.02, 0.30, 0.24, 0.15, 0.10, 0.20], 0),
        ("high rates", [0.05, 0.60, 0.48, 0.30, 0.15, 0.40], 0),
        ("middling rates, a quarter of the log lost", [0.02, 0.30, 0.24, 0.15, 0.10, 0.20], 0.25),
    ];

    /// <summary>Writes a line for each kind.</summary>
    public static string Run()
    {
        var text = new StringBuilder();
        text.Append("| leak rates, 2,000 fits | intervals that cover λ, % | of each holder, % | leak rate over truth, mean | explained people over truth, mean of each holder |\n|---|---:|---:|---:|---:|\n");
        foreach (var (name, rates, lost) in _kinds)
        {
            var line = Line(name, rates, lost);
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Fits one kind so often; shares that cover, and means of rate and explained people over the truth, by holder.</summary>
    public static (double[] Covered, double[] Rate, double[] Explained) Measure(double[] rates, double lost, int fits)
    {
        var covered = new double[rates.Length];
        var rate = new double[rates.Length];
        var explained = new double[rates.Length];
        Parallel.For(0, fits, () => (new double[rates.Length], new double[rates.Length], new double[rates.Length]), (fit, _, sums) =>
        {
            var (result, truth) = Fit(new Random(1000 + fit), rates, lost);
            for (var holder = 0; holder < rates.Length; holder++)
            {
                sums.Item1[holder] += result.Low[holder] <= rates[holder] && rates[holder] <= result.High[holder] ? 1 : 0;
                sums.Item2[holder] += result.LeakRates[holder] / rates[holder];
                sums.Item3[holder] += result.ExplainedPeople[holder] / truth[holder];
            }

            return sums;
        }, sums =>
        {
            lock (covered)
            {
                for (var holder = 0; holder < rates.Length; holder++)
                {
                    covered[holder] += sums.Item1[holder] / fits;
                    rate[holder] += sums.Item2[holder] / fits;
                    explained[holder] += sums.Item3[holder] / fits;
                }
            }
        });
        return (covered, rate, explained);
    }

    static string Line(string name, double[] rates, double lost)
    {
        var (covered, rate, explained) = Measure(rates, lost, Fits);
        // The rate of elsewhere is fitted like any other, but it is nobody's.
        string Range(IEnumerable<double> values) => string.Create(CultureInfo.InvariantCulture, $"{values.Min():0.000}–{values.Max():0.000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {100 * covered.Skip(1).Average():0.0} | {100 * covered.Skip(1).Min():0.0}–{100 * covered.Skip(1).Max():0.0} | {Range(rate.Skip(1))} | {Range(explained.Skip(1))} |");
    }

    static (LeakRateFit Fit, double[] Truth) Fit(Random random, double[] rates, double lost)
    {
        var builder = new HolderSetsBuilder();
        var unseized = new double[rates.Length];
        var truth = new double[rates.Length];
        Span<int> held = stackalloc int[rates.Length];
        for (var person = 0; person < People; person++)
        {
            var home = random.Next(1, rates.Length);
            var logged = 0;
            var earliest = 1.0;
            var first = -1;
            for (var holder = 0; holder < rates.Length; holder++)
            {
                if (holder > 0 && holder != home && random.NextDouble() >= 0.2)
                {
                    continue;
                }

                // Time to the leak at the holder's hazard: within one unit of time it happens with probability λ. Who leaked first is who leaked it.
                var time = Math.Log(random.NextDouble()) / Math.Log(1 - rates[holder]);
                (earliest, first) = time < earliest ? (time, holder) : (earliest, first);
                if (holder == 0 || random.NextDouble() >= lost)
                {
                    held[logged++] = holder;
                }
            }

            if (first < 0)
            {
                for (var k = 0; k < logged; k++)
                {
                    unseized[held[k]]++;
                }

                continue;
            }

            builder.Add(held[..logged], 1);
            truth[first]++;
        }

        var backgrounds = new bool[rates.Length];
        backgrounds[0] = true;
        return (LeakRateModel.Fit(builder.Build(backgrounds, unseized), new LeakRateOptions { Threads = 1 }), truth);
    }
}
