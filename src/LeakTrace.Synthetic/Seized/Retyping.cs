using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Seized;

/// <summary>Rows change when somebody types or edits them.</summary>
sealed class Retyping(RetypingShares shares)
{
    /// <summary>A copy with the mistakes that chance brings, often none. Masked rows are pasted, not typed.</summary>
    public Entry Retype(Entry entry, Chance chance)
    {
        var copy = entry.Copy();
        var phone = chance.Unit();
        var name = chance.Happens(shares.Name);
        var date = chance.Happens(shares.Date);
        var dropped = chance.Happens(shares.DroppedInstitution);
        if (entry.Masked || entry.Origin is EntryOrigin.Placeholder or EntryOrigin.Junk)
        {
            return copy;
        }

        MistypePhone(copy, phone, chance);
        if (name)
        {
            MistypeName(copy, chance);
        }

        if (date)
        {
            ShiftDate(copy, chance);
        }

        if (dropped)
        {
            copy[Field.Institution] = null;
        }

        return copy;
    }

    /// <summary>A copy that differs in at least one value that sheets show.</summary>
    public static Entry Edit(Entry entry, Chance chance)
    {
        var copy = entry.Copy();
        var kind = chance.Below(3);
        if (kind == 0 && copy[Field.Date] is not null)
        {
            ShiftDate(copy, chance);
        }
        else if (kind == 1 && PhoneNumbers.IsWellFormed(copy[Field.Phone] ?? ""))
        {
            copy[Field.Phone] = Misspelling.SubstituteDigit(chance, copy[Field.Phone]!);
        }
        else
        {
            MistypeName(copy, chance);
        }

        return copy;
    }

    void MistypePhone(Entry copy, double draw, Chance chance)
    {
        if (copy[Field.Phone] is not { } phone || !PhoneNumbers.IsWellFormed(phone))
        {
            return;
        }

        if (draw < shares.PhoneSubstitution)
        {
            copy[Field.Phone] = Misspelling.SubstituteDigit(chance, phone);
        }
        else if ((draw -= shares.PhoneSubstitution) < shares.PhoneTransposition)
        {
            copy[Field.Phone] = Misspelling.TransposeDigits(chance, phone);
        }
        else if (draw - shares.PhoneTransposition < shares.PhoneTruncation)
        {
            copy[Field.Phone] = Misspelling.DropDigit(chance, phone);
        }
    }

    static void MistypeName(Entry copy, Chance chance)
    {
        if (copy[Field.Name] is { Length: > 0 } name)
        {
            copy[Field.Name] = Misspelling.Name(chance, name);
        }
    }

    static void ShiftDate(Entry copy, Chance chance)
    {
        if (copy[Field.Date] is { } text)
        {
            var date = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var shifted = date.AddDays(chance.Happens(0.5) ? 1 : -1);
            copy[Field.Date] = shifted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
