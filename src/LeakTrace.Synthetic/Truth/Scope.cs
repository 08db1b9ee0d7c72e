using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Truth;

/// <summary>
/// A scope of counting: within it the first row of a unit counts, a later one that agrees with an earlier row of the
/// unit in every
/// value that both show is a duplicate, and one that differs a probable duplicate. Rows must come in evidence order.
/// </summary>
sealed class Scope
{
    // Institutions go by many names and goods by many words: neither makes the information another one.
    static readonly Field[] _compared =
    [
        Field.Name, Field.Phone, Field.SecondPhone, Field.NationalId, Field.Date, Field.Institution, Field.Baby,
        Field.Address, Field.Waybill, Field.SenderName, Field.SenderPhone, Field.SenderAddress,
    ];

    readonly Dictionary<string, (string Place, List<(Entry Entry, bool[] Shown)> Rows)> _units = [];

    public int[] Counts { get; } = new int[RowStatuses.Names.Count];

    public int Total { get; private set; }

    /// <summary>
    /// Counts a row; <paramref name="place"/> names it, and the place of the row that counts is returned where it
    /// repeats one.
    /// </summary>
    public (RowStatus Status, string SameAs) Add(SeizedRow row, bool[] shown, string place)
    {
        var result = Judge(row, shown, place);
        Counts[(int)result.Status]++;
        Total++;
        return result;
    }

    (RowStatus Status, string SameAs) Judge(SeizedRow row, bool[] shown, string place)
    {
        if (row.Kind != RowKind.Entry || row.Entry is not { } entry)
        {
            return (row.Kind == RowKind.Blank ? RowStatus.Blank : RowStatus.Layout, "");
        }

        if (Identifiability.Rejects(entry, shown) is { } rejected)
        {
            return (rejected, "");
        }

        if (!_units.TryGetValue(entry.Unit, out var unit))
        {
            _units.Add(entry.Unit, (place, [(entry, shown)]));
            return (RowStatus.Valid, "");
        }

        var repeats = unit.Rows.Any(earlier => Agree(earlier.Entry, earlier.Shown, entry, shown));
        unit.Rows.Add((entry, shown));
        return (repeats ? RowStatus.Duplicate : RowStatus.ProbableDuplicate, unit.Place);
    }

    static bool Agree(Entry left, bool[] leftShown, Entry right, bool[] rightShown)
    {
        foreach (var field in _compared)
        {
            if (leftShown[(int)field] && rightShown[(int)field] &&
                left[field] is { Length: > 0 } first && right[field] is { Length: > 0 } second &&
                !Same(field, first, second))
            {
                return false;
            }
        }

        return true;

        bool Same(Field field, string first, string second) =>
            first == second || (left.Masked != right.Masked && MaskedAlike(field, first, second));
    }

    static bool MaskedAlike(Field field, string first, string second) => field switch
    {
        Field.Name or Field.SenderName => CellText.Mask(first, true) == CellText.Mask(second, true),
        Field.Phone or Field.SecondPhone or Field.SenderPhone =>
            first.Length == 11 && second.Length == 11 && first[..3] == second[..3] && first[7..] == second[7..],
        _ => false,
    };
}
