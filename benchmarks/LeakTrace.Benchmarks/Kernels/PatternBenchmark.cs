using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Comparison patterns of candidates as a trace has them: three to a record, one of them alike, with name, phone, identity number and address.</summary>
[MemoryDiagnoser]
public class PatternBenchmark
{
    const int Candidates = 3;

    static readonly SheetLayout _layout = new(1,
    [
        new SheetColumn(0, "产妇姓名", FieldRole.PersonName, 1),
        new SheetColumn(1, "联系电话", FieldRole.Phone, 1),
        new SheetColumn(2, "身份证号", FieldRole.NationalId, 1),
        new SheetColumn(3, "住址", FieldRole.Address, 1),
    ]);

    readonly PlaceLevels _places = new(0);
    readonly int[] _left = new int[SampleRecords.Count];
    readonly int[] _right = new int[SampleRecords.Count];
    readonly ulong[] _patterns = new ulong[SampleRecords.Count];
    PersonColumns? _seized;
    PersonColumns? _register;
    PersonPatternBatch? _batch;

    /// <summary>Draws the records, the first half into one table and those that resemble them into the other.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string[][] columns = [SampleRecords.Names(), SampleRecords.Phones(), SampleRecords.NationalIds(), SampleRecords.Addresses()];
        const int Half = SampleRecords.Count / 2;
        _seized = Table(columns, 0, Half);
        _register = Table(columns, Half, SampleRecords.Count);
        _batch = new PersonPatternBatch(_seized, _register, _places);
        for (var pair = 0; pair < _left.Length; pair++)
        {
            var record = pair / Candidates;
            _right[pair] = record;
            _left[pair] = (record + (pair % Candidates * 977)) % Half;
        }
    }

    /// <summary>Pattern of every pair, field by field over many pairs, as traces compare.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, many pairs at a time")]
    public ulong LeakTraceBatch()
    {
        for (var at = 0; at < _left.Length; at += PersonPatternBatch.Pairs)
        {
            _batch!.Between(
                _left.AsSpan(at, PersonPatternBatch.Pairs), _right.AsSpan(at, PersonPatternBatch.Pairs), _patterns.AsSpan(at, PersonPatternBatch.Pairs));
        }

        return _patterns[^1];
    }

    /// <summary>Pattern of every pair, one pair after another.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, pair by pair")]
    public ulong LeakTrace()
    {
        for (var pair = 0; pair < _left.Length; pair++)
        {
            _patterns[pair] = PersonPattern.Between(_seized!, _left[pair], _register!, _right[pair], _places);
        }

        return _patterns[^1];
    }

    static PersonColumns Table(string[][] columns, int from, int to)
    {
        var builder = new RecordTableBuilder(_layout, default);
        Span<int> ends = stackalloc int[columns.Length];
        for (var row = from; row < to; row++)
        {
            var cells = string.Concat(columns.Select(column => column[row]));
            var end = 0;
            for (var column = 0; column < columns.Length; column++)
            {
                ends[column] = end += columns[column][row].Length;
            }

            builder.Add(row + 2, RowTraits.None, new RowCells(cells, ends));
        }

        return new PersonColumns(builder.Build(), [], 0);
    }
}
