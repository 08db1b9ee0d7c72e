using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Compares what two files say about the people that both have: same values, same order.</summary>
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
