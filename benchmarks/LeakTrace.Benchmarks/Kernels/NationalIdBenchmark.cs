using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Pairs of identity numbers, half of them alike or masked.</summary>
[MemoryDiagnoser]
public class NationalIdBenchmark
{
    string[] _texts = [];
    ulong[] _heads = [];
    ulong[] _tails = [];

    /// <summary>Draws and packs the numbers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = SampleRecords.NationalIds();
        _heads = new ulong[_texts.Length];
        _tails = new ulong[_texts.Length];
        for (var i = 0; i < _texts.Length; i++)
        {
            NationalIdReader.Read(_texts[i], out _heads[i], out _tails[i]);
        }
    }

    /// <summary>Level of every pair, masked positions fitting anything.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair, half alike")]
    public int LeakTrace()
    {
        var sum = 0;
        for (var i = 0; i < _heads.Length; i++)
        {
            var other = Pairing.Of(i);
            sum += (int)NationalIdComparison.Between(_heads[i], _tails[i], _heads[other], _tails[other]);
        }

        return sum;
    }

    /// <summary>Edit distance of every pair; it knows no masks.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, edit distance, half alike")]
    public int FuzzySharp() => Pairing.EditDistances(_texts);
}
