using System.Diagnostics;
using LeakTrace.Engine.Attribution;
using Xunit.Abstractions;

namespace LeakTrace.Tests.Attribution;

/// <summary>The size of a large case. Times are shown, not judged.</summary>
public sealed class LeakRateScaleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("accounts within sources", 2000, 50, 20_000)]
    [InlineData("accounts everywhere", 400, 1, 5_000)]
    public void Thousands_of_holders_converge(string shape, int holders, int sources, int wanted)
    {
        var sets = Case(holders, sources, wanted, out var rates);
        var watch = Stopwatch.StartNew();
        var fit = LeakRateModel.Fit(sets);
        output.WriteLine($"{shape}: {holders} holders, {sets.Sets.Length} distinct sets, {fit.Iterations} iterations, {watch.ElapsedMilliseconds} ms");
        Assert.True(fit.Converged);
        var best = Enumerable.Range(1 + sources, holders - 1 - sources).MaxBy(holder => fit.LogLikelihoodRatioBits[holder]);
        Assert.True(rates[best] > 0);
        Assert.InRange(rates[best], fit.Low[best] - 0.1, fit.High[best] + 0.1);
    }

    /// <summary>Sources with a background each, forty insiders, two to four readers a person.</summary>
    internal static HolderSets Case(int holders, int sources, int wanted, out double[] rates)
    {
        var random = new Random(2000);
        rates = new double[holders];
        rates[0] = 0.01;
        for (var insider = 0; insider < 40; insider++)
        {
            rates[random.Next(1 + sources, holders)] = 0.2 + 0.6 * random.NextDouble();
        }
        var simulation = new LeakSimulation(holders, [.. Enumerable.Range(1, sources)]);
        var perSource = (holders - 1 - sources) / sources;
        var seized = 0;
        while (seized < wanted)
        {
            var source = random.Next(sources);
            var first = 1 + sources + source * perSource;
            var held = Enumerable.Range(0, random.Next(2, 5)).Select(_ => first + random.Next(perSource)).Append(1 + source);
            seized += simulation.Add(random, rates, held) ? 1 : 0;
        }
        return simulation.ToSets();
    }
}
