using LeakTrace.Synthetic.People;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Truth;

/// <summary>
/// Whether a row identifies anybody: it carries a well-formed number, or a name with a second identifying field (a date
/// with an
/// institution, or an address), or it is masked and a register knows it.
/// </summary>
static class Identifiability
{
    static readonly Field[] _numbers = [Field.Phone, Field.SecondPhone, Field.NationalId, Field.Waybill];

    /// <summary>A status that rules the row out, or null where it counts or repeats.</summary>
    public static RowStatus? Rejects(Entry entry, bool[] shown)
    {
        if (entry.Origin == EntryOrigin.Placeholder)
        {
            return RowStatus.Placeholder;
        }

        var carriesNumber = false;
        foreach (var field in _numbers)
        {
            if (Has(field))
            {
                // The middle of a masked number is gone: what is left neither identifies nor is malformed.
                if (IsWellFormed(field, entry[field]!))
                {
                    if (!entry.Masked || field is Field.NationalId or Field.Waybill)
                    {
                        return null;
                    }
                }
                else
                {
                    carriesNumber = true;
                }
            }
        }

        if (Has(Field.Name) && !entry.Masked && ((Has(Field.Date) && Has(Field.Institution)) || Has(Field.Address)))
        {
            return null;
        }

        if (entry.Masked && (entry.Origin == EntryOrigin.Register || entry.Record.Length > 0))
        {
            return null;
        }

        return carriesNumber ? RowStatus.Invalid : RowStatus.Unidentifiable;

        bool Has(Field field) => shown[(int)field] && !string.IsNullOrEmpty(entry[field]);
    }

    static bool IsWellFormed(Field field, string value) => field switch
    {
        Field.NationalId => NationalIds.IsWellFormed(value),
        Field.Waybill => value.Length is >= 10 and <= 18 && !value.AsSpan(2).ContainsAnyExceptInRange('0', '9'),
        _ => PhoneNumbers.IsWellFormed(value),
    };
}
