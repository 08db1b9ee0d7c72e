using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Pairs of notes of 100 to 300 characters, half of them alike.</summary>
[MemoryDiagnoser]
public class TextBenchmark
{
    string[] _texts = [];

    /// <summary>Draws the notes.</summary>
    [GlobalSetup]
    public void Setup() => _texts = SampleRecords.Notes();

    /// <summary>Indel similarity of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, Indel similarity, 100–300 characters, half alike")]
    public double LeakTrace()
    {
        double sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            sum += TextSimilarity.Between(_texts[i], _texts[Pairing.Of(i)]);
        }

        return sum;
    }

    /// <summary>Ratio of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, ratio, 100–300 characters, half alike")]
    public int FuzzySharp()
    {
        var sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            sum += global::FuzzySharp.Fuzz.Ratio(_texts[i], _texts[Pairing.Of(i)]);
        }

        return sum;
    }
}
