using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>One name against many, and pairs of names, half of them alike.</summary>
[MemoryDiagnoser]
public class NameBenchmark
{
    string[] _texts = [];
    ulong[] _packed = [];
    ulong[] _probe = [];
    NameLevel[] _levels = [];

    /// <summary>Draws the names.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = SampleRecords.Names();
        _packed = Array.ConvertAll(_texts, name => PackedName.Pack(name));
        _probe = new ulong[_packed.Length];
        _levels = new NameLevel[_packed.Length];
    }

    /// <summary>Level of one with every other, by vectors.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, one against many")]
    public NameLevel LeakTraceBatch()
    {
        Array.Fill(_probe, _packed[0]);
        NameBatch.Levels(_probe, _packed, _levels);
        return _levels[^1];
    }

    /// <summary>Level of every pair: characters, readings with and without tone, look-alikes.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair, half alike")]
    public int LeakTrace()
    {
        var sum = 0;
        for (var i = 0; i < _packed.Length; i++)
        {
            sum += (int)NameComparison.Between(_packed[i], _packed[Pairing.Of(i)]);
        }

        return sum;
    }

    /// <summary>Ratio of one with every other; it knows characters only.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, ratio, one against many")]
    public int FuzzySharpBatch()
    {
        var sum = 0;
        foreach (var text in _texts)
        {
            sum += global::FuzzySharp.Fuzz.Ratio(_texts[0], text);
        }

        return sum;
    }

    /// <summary>Ratio of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, ratio, half alike")]
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
