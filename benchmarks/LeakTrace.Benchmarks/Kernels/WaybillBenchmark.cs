using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Pairs of waybill numbers, half of them with one wrong digit.</summary>
[MemoryDiagnoser]
public class WaybillBenchmark
{
    string[] _texts = [];
    ulong[] _hashes = [];

    /// <summary>Draws the numbers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = SampleRecords.Waybills();
        _hashes = Array.ConvertAll(_texts, text => Hash64.Of(text));
    }

    /// <summary>Level of every pair, as cases compare them: the same, one edit apart, or different.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair, half alike")]
    public int LeakTrace()
    {
        var sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            var other = Pairing.Of(i);
            sum += (int)CodeComparison.Between(_hashes[i], _texts[i], _hashes[other], _texts[other]);
        }

        return sum;
    }

    /// <summary>Edit distance of every pair up to two, as tables are linked.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, edit distance up to two, half alike")]
    public int LeakTraceEdits()
    {
        var sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            sum += EditDistance.Between(_texts[i], _texts[Pairing.Of(i)], 2);
        }

        return sum;
    }

    /// <summary>Edit distance of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, edit distance, half alike")]
    public int FuzzySharp() => Pairing.EditDistances(_texts);
}
