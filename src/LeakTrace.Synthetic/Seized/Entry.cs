namespace LeakTrace.Synthetic.Seized;

/// <summary>
/// A row of somebody's list before it is laid out: its values in normal form, where they truly come from, and how they
/// are shown.
/// Forwarding a list copies its entries.
/// </summary>
sealed class Entry
{
    static readonly int _fieldCount = Enum.GetValues<Field>().Length;

    readonly string?[] _values = new string?[_fieldCount];

    public EntryOrigin Origin { get; init; } = EntryOrigin.Nowhere;

    /// <summary>The unit of counting: a mother's delivery, a person on a waybill; equal for every copy of it.</summary>
    public required string Unit { get; init; }

    public string Person { get; init; } = "";

    /// <summary>Record number in the register that it was copied from, empty where none.</summary>
    public string Record { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>The account that leaked it, empty where none did.</summary>
    public string Account { get; init; } = "";

    /// <summary>Name and phones are shown masked (王*, 138****1234).</summary>
    public bool Masked { get; init; }

    /// <summary>The name carries a title (女士).</summary>
    public bool Titled { get; set; }

    public string? this[Field field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = value;
    }

    /// <param name="masked">Whether the copy is masked; as this one where not given.</param>
    public Entry Copy(bool? masked = null)
    {
        var copy = new Entry
        {
            Origin = Origin,
            Unit = Unit,
            Person = Person,
            Record = Record,
            Source = Source,
            Account = Account,
            Masked = masked ?? Masked,
            Titled = Titled,
        };
        _values.CopyTo(copy._values, 0);
        return copy;
    }
}
