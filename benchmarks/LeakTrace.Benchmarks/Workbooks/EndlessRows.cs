using System.Collections;
using System.Globalization;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Benchmarks.Workbooks;

/// <summary>Excluded rows that are made when they are asked for, so that the memory measured is that of writing them.</summary>
sealed class EndlessRows(int count) : IReadOnlyList<RowLine>
{
    static readonly RowStatus[] _statuses = [RowStatus.Duplicate, RowStatus.ProbableDuplicate, RowStatus.Invalid, RowStatus.Unidentifiable];
    static readonly string[] _reasons = ["repeats-row", "differs-in-name+event-date", "malformed-number", "no-identifying-field"];

    public int Count => count;

    public RowLine this[int index]
    {
        get
        {
            var kind = index % _statuses.Length;
            var sameAs = kind > 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"移动硬盘/微信文件/{2016 + index % 7}年/新生儿{index % 97}.xlsx!1月!{index % 40_000 + 2}");
            return new RowLine(
                string.Create(CultureInfo.InvariantCulture, $"移动硬盘/微信文件/{2016 + index / 160_000}年/新生儿{index / 40_000}.xlsx"), "1月", index % 40_000 + 2,
                _statuses[kind], _reasons[kind], sameAs, string.Create(CultureInfo.InvariantCulture, $"P{index % 700_000:D6}"), false, "", "", 0.5);
        }
    }

    public IEnumerator<RowLine> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
