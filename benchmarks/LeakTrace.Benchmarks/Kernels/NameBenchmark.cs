using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Pairs of names, half of them alike.</summary>
[MemoryDiagnoser]
public class NameBenchmark
{
    string[] _texts = [];
    ulong[] _packed = [];

    /// <summary>Draws the names.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = SampleRecords.Names();
        _packed = Array.ConvertAll(_texts, name => PackedName.Pack(name));
    }

    /// <summary>Level of every pair: characters, readings with and without tone, look-alikes.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, level")]
    public int LeakTrace()
    {
        var sum = 0;
        for (var i = 0; i < _packed.Length; i++)
        {
            sum += (int)NameComparison.Between(_packed[i], _packed[Pairing.Of(i)]);
        }

        return sum;
    }

    /// <summary>Ratio of every pair; it knows characters only.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, ratio")]
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
