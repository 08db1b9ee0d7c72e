using BenchmarkDotNet.Attributes;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Maternity rows, as cells of text, into normal forms: name, two phones, date, institution.</summary>
[MemoryDiagnoser]
public class NormalisationBenchmark
{
    static readonly string[] _hospitals = ["申江市第一妇婴保健院", "申江大学附属妇产科医院", "申江市第六人民医院(东院)", "仁泽医院"];

    static readonly SheetLayout _layout = new(1,
    [
        new SheetColumn(0, "产妇姓名", FieldRole.PersonName, 1),
        new SheetColumn(1, "联系电话", FieldRole.Phone, 1),
        new SheetColumn(2, "备用电话", FieldRole.Phone, 1),
        new SheetColumn(3, "分娩日期", FieldRole.EventDate, 1),
        new SheetColumn(4, "分娩医院", FieldRole.Institution, 1),
    ]);

    string _characters = "";
    int[] _ends = [];

    /// <summary>Draws the rows.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var (names, phones) = (SampleRecords.Names(), SampleRecords.Phones());
        var text = new System.Text.StringBuilder();
        _ends = new int[SampleRecords.Count * _layout.Columns.Count];
        for (var i = 0; i < SampleRecords.Count; i++)
        {
            var date = new DateOnly(2023, 1, 1).AddDays(i % 365).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            ReadOnlySpan<string> cells = [names[i], phones[i], phones[Pairing.Of(i)], date, _hospitals[i % _hospitals.Length]];
            var start = text.Length;
            for (var cell = 0; cell < cells.Length; cell++)
            {
                _ends[(i * cells.Length) + cell] = text.Append(cells[cell]).Length - start;
            }
        }

        _characters = text.ToString();
    }

    /// <summary>A table of all rows.</summary>
    [Benchmark(OperationsPerInvoke = SampleRecords.Count, Description = "LeakTrace, row")]
    public RecordTable LeakTrace()
    {
        var builder = new RecordTableBuilder(_layout, default);
        var columns = _layout.Columns.Count;
        var start = 0;
        for (var i = 0; i < SampleRecords.Count; i++)
        {
            var ends = _ends.AsSpan(i * columns, columns);
            var cells = _characters.AsSpan(start, ends[^1]);
            builder.Add(i + 2, RowTraits.None, new RowCells(cells, ends));
            start += cells.Length;
        }

        return builder.Build();
    }
}
