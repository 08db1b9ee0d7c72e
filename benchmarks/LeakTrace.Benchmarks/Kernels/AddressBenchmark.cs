using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Pairs of addresses, half of them alike.</summary>
[MemoryDiagnoser]
public class AddressBenchmark
{
    const int Many = 64;

    readonly TextProbe _text = new();
    readonly AddressProbe _address = new();
    string[] _texts = [];
    ulong[] _signatures = [];

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
    }

    /// <summary>Level of every pair: signatures first, then similarity and house numbers.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, level")]
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

    /// <summary>Indel similarity of addresses to each of sixty-four, one of them alike.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, Indel similarity, one against many")]
    public double LeakTraceMany()
    {
        double sum = 0;
        for (var first = 0; first < _texts.Length; first += Many)
        {
            _text.Set(_texts[Pairing.Of(first)]);
            for (var i = first; i < first + Many; i++)
            {
                sum += _text.SimilarityTo(_texts[i]);
            }
        }

        return sum;
    }

    /// <summary>Level of addresses against each of sixty-four, one of them alike.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, levels of one against many")]
    public int LeakTraceLevels()
    {
        var sum = 0;
        for (var first = 0; first < _texts.Length; first += Many)
        {
            _address.Set(_signatures[Pairing.Of(first)], _texts[Pairing.Of(first)]);
            for (var i = first; i < first + Many; i++)
            {
                sum += (int)_address.Compare(_signatures[i], _texts[i]);
            }
        }

        return sum;
    }

    /// <summary>Indel similarity of every pair.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, Indel similarity")]
    public double LeakTraceSimilarity()
    {
        double sum = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            sum += TextSimilarity.Between(_texts[i], _texts[Pairing.Of(i)]);
        }

        return sum;
    }

    /// <summary>Ratio, the same measure in percent, of every pair.</summary>
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
