using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>One mobile number against many.</summary>
[MemoryDiagnoser]
public class PhoneBenchmark
{
    string[] _texts = [];
    ulong[] _packed = [];
    ulong[] _probe = [];
    PhoneLevel[] _levels = [];

    /// <summary>Draws the numbers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _texts = SampleRecords.Phones();
        _packed = SampleRecords.Packed(_texts);
        _probe = new ulong[_packed.Length];
        _levels = new PhoneLevel[_packed.Length];
    }

    /// <summary>Level of one with every other, by vectors.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, one against many")]
    public PhoneLevel LeakTraceBatch()
    {
        Array.Fill(_probe, _packed[0]);
        PhoneBatch.Levels(_probe, _packed, _levels);
        return _levels[^1];
    }

    /// <summary>Level of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair")]
    public int LeakTrace()
    {
        var sum = 0;
        var probe = _packed[0];
        foreach (var phone in _packed)
        {
            sum += (int)PhoneComparison.Between(probe, phone);
        }

        return sum;
    }

    /// <summary>Edit distance of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "FuzzySharp 2.0.2, edit distance")]
    public int FuzzySharp()
    {
        var sum = 0;
        var probe = _texts[0];
        foreach (var phone in _texts)
        {
            sum += global::FuzzySharp.Levenshtein.EditDistance(probe, phone);
        }

        return sum;
    }
}
