namespace LeakTrace.Engine.Records;

/// <summary>
/// One field of a <see cref="RecordTable"/>: a 64-bit normal form per record, zero where the field is absent.
/// </summary>
/// <remarks>
/// What <see cref="Values"/> means, by type:
/// name – <c>PackedName</c>; phone – <c>PackedPhone</c>; national ID – region and birth date, see <c>PackedNationalId</c>;
/// date – <c>PackedDate</c>; place – 1-based index into <see cref="Labels"/>; address and text – 64-bit signature of the folded text;
/// code – 64-bit hash of the folded code; number – bits of the double, plus one.
/// </remarks>
public sealed class Column
{
    /// <summary>Creates a column over its arrays, which it keeps.</summary>
    public Column(FieldType type, ulong[] values, ulong[]? extended = null, TextHeap? text = null, string[]? labels = null)
    {
        Type = type;
        Values = values;
        Extended = extended;
        Text = text;
        Labels = labels;
    }

    /// <summary>Type of the values.</summary>
    public FieldType Type { get; }

    /// <summary>Normal form of each record, zero where absent.</summary>
    public ulong[] Values { get; }

    /// <summary>Second word: a second phone, the tail of an identity number; null where no record needs it.</summary>
    public ulong[]? Extended { get; }

    /// <summary>Folded text of address and text; verbatim text of codes; folded text of names that do not pack. Null where no record has any.</summary>
    public TextHeap? Text { get; }

    /// <summary>Distinct verbatim labels of a place column, in order of first appearance.</summary>
    public string[]? Labels { get; }
}
