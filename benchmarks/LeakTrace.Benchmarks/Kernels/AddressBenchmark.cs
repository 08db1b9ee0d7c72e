using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>One address against many, and pairs of addresses, half of them alike.</summary>
[MemoryDiagnoser]
public class AddressBenchmark
{
    AddressBatch? _batch;
    string[] _texts = [];
    ulong[] _signatures = [];
    TextHeap _heap = new([], [0]);
    int[] _records = [];
    int[] _one = [];
    int[] _threes = [];
    AddressLevel[] _levels = [];

    /// <summary>Draws and folds the addresses.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Span<char> folded = stackalloc char[256];
        _texts = SampleRecords.Addresses();
        _signatures = new ulong[_texts.Length];
        for (var i = 0; i < _texts.Length; i++)
        {
            _texts[i] = new string(folded[..AddressReader.Fold(_texts[i], folded)]);
            _signatures[i] = AddressReader.Signature(_texts[i]);
        }

        int[] starts = [0, .. _texts.Select((_, i) => _texts.Take(i + 1).Sum(text => text.Length))];
        _heap = new TextHeap(string.Concat(_texts).ToCharArray(), starts);
        _records = [.. Enumerable.Range(0, _texts.Length)];
        _threes = Array.ConvertAll(_records, record => record / 3);
        _one = new int[_texts.Length];
        _levels = new AddressLevel[_texts.Length];
        _batch = new AddressBatch(_signatures, _heap);
    }

    /// <summary>Share of the pairs of one against many that signatures rule out, so that they are not compared.</summary>
    public static double RuledOut()
    {
        var benchmark = new AddressBenchmark();
        benchmark.Setup();
        var probe = benchmark._signatures[0];
        return benchmark._signatures.Average(other => 4 * ulong.PopCount(probe & other) < Math.Min(ulong.PopCount(probe), ulong.PopCount(other)) ? 1.0 : 0);
    }

    /// <summary>Level of one with every other.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, one against many")]
    public AddressLevel LeakTraceBatch()
    {
        _batch!.Levels(_records, _signatures, _heap, _one, _levels);
        return _levels[^1];
    }

    /// <summary>Level of three after one another with the same one, as candidates come in a trace.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, one against three")]
    public AddressLevel LeakTraceThrees()
    {
        _batch!.Levels(_records, _signatures, _heap, _threes, _levels);
        return _levels[^1];
    }

    /// <summary>Level of every pair: signatures first, then similarity and house numbers.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair, half alike")]
    public int LeakTraceLevel()
    {
        var sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            var other = Pairing.Of(i);
            sum += (int)AddressComparison.Between(_signatures[i], _texts[i], _signatures[other], _texts[other]);
        }

        return sum;
    }

    /// <summary>Indel similarity of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, Indel similarity, half alike")]
    public double LeakTraceSimilarity()
    {
        double sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            sum += TextSimilarity.Between(_texts[i], _texts[Pairing.Of(i)]);
        }

        return sum;
    }

    /// <summary>Ratio, the Indel similarity in percent, of one with every other.</summary>
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
