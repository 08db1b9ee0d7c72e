using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>The phone numbers of one row from all its columns: two well-formed ones, or else one that is not.</summary>
struct RowPhones
{
    ulong _other;

    /// <summary>First and second well-formed number, zero where there is none.</summary>
    public ulong First { get; private set; }

    /// <inheritdoc cref="First"/>
    public ulong Second { get; private set; }

    /// <summary>What the record keeps first: a well-formed number, else a dummy, else a malformed one.</summary>
    public readonly ulong Kept => First != 0 ? First : _other;

    /// <summary>Takes one more number and returns what it says about the row.</summary>
    public RowTraits Add(ulong phone)
    {
        var kind = PackedPhone.KindOf(phone);
        if (kind is PhoneKind.Malformed or PhoneKind.Placeholder)
        {
            if (_other == 0 || PackedPhone.KindOf(_other) == PhoneKind.Malformed && kind == PhoneKind.Placeholder)
            {
                _other = phone;
            }

            return kind == PhoneKind.Malformed ? RowTraits.MalformedPhone : RowTraits.Placeholder;
        }

        if (First == 0)
        {
            First = phone;
        }
        else if (Second == 0 && phone != First)
        {
            Second = phone;
        }

        return RowTraits.None;
    }
}
