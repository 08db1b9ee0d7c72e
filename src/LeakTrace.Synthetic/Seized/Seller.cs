namespace LeakTrace.Synthetic.Seized;

/// <summary>
/// Somebody who turns records into lists, month after month: mistypes some, repeats some, pads with people from
/// nowhere, and leaves
/// test and broken rows in.
/// </summary>
sealed class Seller(ListShares shares, Retyping retyping, Func<Chance, Entry> nowhere, Chance chance)
{
    static readonly string[] _placeholderPhones = ["13800138000", "11111111111", "13800000000", "12345678901"];
    static readonly string[] _placeholderNames = ["测试", "测试产妇", "测试数据", "test", "无"];

    readonly List<Entry> _sent = [];

    /// <summary>The rows of the next list. <paramref name="fresh"/> are records as the register has them.</summary>
    public List<Entry> Next(IReadOnlyList<Entry> fresh, Func<Entry, Entry> masked)
    {
        var list = new List<Entry>(fresh.Count + 16);
        foreach (var entry in fresh)
        {
            list.Add(Write(entry, masked));
        }

        var strangers = Count(fresh.Count * shares.Nowhere / Math.Max(0.1, 1 - shares.Nowhere));
        for (var i = 0; i < strangers; i++)
        {
            list.Insert(chance.Below(list.Count + 1), Write(nowhere(chance), masked));
        }

        var size = list.Count;
        var news = list.ToList();
        Repeat(list, news, Count(size * shares.DuplicateInFile));
        Repeat(list, _sent, Count(size * shares.DuplicateAcrossFiles));
        _sent.AddRange(news);
        Litter(list, Count(size * shares.Placeholder), Placeholder);
        Litter(list, Count(size * shares.Invalid), Invalid);
        Litter(list, Count(size * shares.Unidentifiable), Unidentifiable);
        return list;
    }

    Entry Write(Entry entry, Func<Entry, Entry> masked)
    {
        var isMasked = chance.Happens(shares.Masked) && entry[Field.Phone] is { Length: 11 };
        var isTitled = chance.Happens(shares.Titled);
        if (isMasked)
        {
            return masked(entry);
        }

        var written = retyping.Retype(entry, chance);
        written.Titled = isTitled;
        return written;
    }

    void Repeat(List<Entry> list, List<Entry> from, int count)
    {
        for (var i = 0; i < count && from.Count > 0; i++)
        {
            var again = chance.Pick(from);
            var isEdited = chance.Happens(shares.EditedDuplicate) && !again.Masked;
            list.Insert(chance.Below(list.Count + 1), isEdited ? Retyping.Edit(again, chance) : again.Copy());
        }
    }

    void Litter(List<Entry> list, int count, Func<Entry> make)
    {
        for (var i = 0; i < count; i++)
        {
            list.Insert(chance.Below(list.Count + 1), make());
        }
    }

    Entry Placeholder()
    {
        var entry = new Entry { Origin = EntryOrigin.Placeholder, Unit = "" };
        entry[Field.Name] = chance.Pick(_placeholderNames);
        entry[Field.Phone] = chance.Pick(_placeholderPhones);
        return entry;
    }

    // Neither an address nor an institution stays, or name and date would identify the person after all.
    Entry Invalid()
    {
        var entry = Junk();
        var phone = entry[Field.Phone] is { Length: > 0 } known ? known : "13900000000";
        entry[Field.Phone] = chance.Below(3) switch
        {
            0 => phone[..8],
            1 => phone + phone[^2..],
            _ => "2" + phone[1..],
        };
        return entry;
    }

    Entry Unidentifiable()
    {
        var entry = Junk();
        entry[Field.Phone] = null;
        if (chance.Happens(0.5))
        {
            entry[Field.Date] = null;
        }

        return entry;
    }

    Entry Junk()
    {
        var stranger = nowhere(chance);
        var entry = new Entry { Origin = EntryOrigin.Junk, Unit = "" };
        foreach (var field in (ReadOnlySpan<Field>)[Field.Name, Field.Phone, Field.Date])
        {
            entry[field] = stranger[field];
        }

        return entry;
    }

    // The fraction is left to chance, so that short lists get their share over time.
    int Count(double expected) => (int)expected + (chance.Happens(expected - Math.Floor(expected)) ? 1 : 0);
}
