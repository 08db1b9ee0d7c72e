using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Compares what two files say about the people that both have: same values, same order, whose mistakes came later.</summary>
sealed class CopyComparison(RecordTable table)
{
    const double LeastInOrder = 0.9;
    const int FewestInOrder = 3;
    static readonly FieldRole[] _fields = [FieldRole.PersonName, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.Address, FieldRole.Waybill];

    /// <summary>Share of the shared people of whom no field that both files have differs, 0 to 1.</summary>
    public double Likeness(List<(int Here, int There)> shared)
    {
        var alike = 0;
        foreach (var (here, there) in shared)
        {
            alike += Differing(here, there) == 0 ? 1 : 0;
        }

        return shared.Count == 0 ? 0 : (double)alike / shared.Count;
    }

    /// <summary>
    /// Whether nearly all shared people stand in the same order in both files: the longest run of rows that ascend in both
    /// (Schensted 1961). Rows put in between do not count against it, sorting does.
    /// </summary>
    public static bool IsSameOrder(List<(int Here, int There)> shared)
    {
        var ordered = new List<(int Here, int There)>(shared);
        ordered.Sort();
        var tails = new List<int>();
        foreach (var (_, there) in ordered)
        {
            var at = tails.BinarySearch(there);
            at = at < 0 ? ~at : at;
            if (at == tails.Count)
            {
                tails.Add(there);
            }
            else
            {
                tails[at] = there;
            }
        }

        return shared.Count >= FewestInOrder && tails.Count >= LeastInOrder * shared.Count;
    }

    /// <summary>
    /// Where the two files differ, which of them a third row of the person agrees with: the copy nearer to the origin has the value that
    /// others have, the later one a mistake of its own.
    /// </summary>
    /// <param name="here">Row of one file.</param>
    /// <param name="there">Row of the other.</param>
    /// <param name="third">A row of the person in neither.</param>
    /// <returns>Fields in which the third row speaks for the first, less those in which it speaks for the second.</returns>
    public int Nearer(int here, int there, int third)
    {
        var votes = 0;
        foreach (var field in _fields)
        {
            var (a, b, c) = (ValueOf(field, here), ValueOf(field, there), ValueOf(field, third));
            if (a != 0 && b != 0 && a != b)
            {
                votes += c == a ? 1 : c == b ? -1 : 0;
            }
        }

        return votes;
    }

    int Differing(int here, int there)
    {
        var differing = 0;
        foreach (var field in _fields)
        {
            var (a, b) = (ValueOf(field, here), ValueOf(field, there));
            differing += a != 0 && b != 0 && a != b ? 1 : 0;
        }

        return differing;
    }

    ulong ValueOf(FieldRole field, int row) => table[field]?.Values[row] ?? 0;
}
