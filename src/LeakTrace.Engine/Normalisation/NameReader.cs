using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Reads name cells: the name itself, without titles, roles and whatever else stands beside it.</summary>
public static class NameReader
{
    /// <summary>Longest name kept, in UTF-16 units; a destination of this length always suffices.</summary>
    public const int LongestName = 64;

    const int Packable = 4;

    /// <summary>Ideographs by which a special form may be recognised: those names take the long way.</summary>
    static readonly bool[] _isSpecial = MarkSpecial();

    /// <summary>Reads the name of a cell.</summary>
    /// <param name="cell">Any text.</param>
    /// <param name="folded">Receives the folded name; at least <see cref="LongestName"/> long.</param>
    /// <param name="reading">The name's normal form and what was noticed.</param>
    /// <returns>False where the cell holds no name (empty, a word for none, digits only, a title alone).</returns>
    public static bool Read(ReadOnlySpan<char> cell, Span<char> folded, out NameReading reading)
    {
        if (cell.Length is >= 2 and <= Packable && ReadPlain(cell, folded, out reading))
        {
            return true;
        }

        return ReadAny(CharacterFolding.Trim(cell), folded, out reading);
    }

    /// <summary>Two to four ideographs, none of which can belong to a title, a mask or a word for none.</summary>
    static bool ReadPlain(ReadOnlySpan<char> cell, Span<char> folded, out NameReading reading)
    {
        var table = CharacterTables.Folded;
        var special = _isSpecial;
        ulong packed = 0;
        var position = 48;
        for (var i = 0; i < cell.Length; i++)
        {
            var unit = table[cell[i]];
            var index = (uint)(unit - CharacterTables.FirstHan);
            if (index >= (uint)special.Length || special[index])
            {
                reading = default;
                return false;
            }

            folded[i] = unit;
            packed |= (ulong)unit << position;
            position -= 16;
        }

        var name = folded[..cell.Length];
        reading = new NameReading(packed, cell.Length, RowTraits.None, HanReadings.SurnameLength(name) > 0);
        return true;
    }

    static bool ReadAny(ReadOnlySpan<char> cell, Span<char> folded, out NameReading reading)
    {
        reading = default;
        if (cell.Length > LongestName)
        {
            cell = cell[..LongestName];
        }

        Span<char> buffer = stackalloc char[LongestName];
        var text = buffer[..CharacterFolding.Fold(cell, buffer)];
        if (text.IsEmpty || NullWords.IsNull(text))
        {
            return false;
        }

        if (NullWords.IsTestWord(text))
        {
            text.CopyTo(folded);
            reading = new NameReading(Pack(text), text.Length, RowTraits.Placeholder, LooksLikeName: false);
            return true;
        }

        return NameText.HasHan(text)
            ? ReadHan(text, folded, out reading)
            : ReadLatin(text, folded, out reading);
    }

    static bool ReadHan(Span<char> text, Span<char> folded, out NameReading reading)
    {
        reading = default;
        var length = NameText.WriteHan(text, folded, out var isBaby, out var hasMiddleDot);
        var name = folded[..length];
        var isAddressed = false;
        for (var changed = true; changed && name.Length > 0;)
        {
            var before = name.Length;
            var baby = NameWords.BabyLength(name);
            if (baby > 0)
            {
                isBaby = true;
                name = name[..^baby];
            }

            var title = NameWords.TitleLength(name);
            name = name[..^title];
            var role = NameWords.RoleLength(name);
            name = name[role..];
            isAddressed |= title + role + baby > 0;
            changed = name.Length < before;
        }

        name = TrimLinks(name);
        if (name.IsEmpty || NullWords.IsNull(name) || !NameText.HasHan(name))
        {
            return false;
        }

        name.CopyTo(folded);
        length = name.Length;
        if (isAddressed && HanReadings.IsSurname(name) && length < LongestName)
        {
            // 王小姐, 王姐: the given name is not said.
            folded[length++] = PackedName.Wildcard;
        }

        name = folded[..length];
        var traits = isBaby ? RowTraits.BabyName : RowTraits.None;
        reading = new NameReading(Pack(name), length, traits, NameText.LooksHan(name, hasMiddleDot));
        return true;
    }

    static bool ReadLatin(ReadOnlySpan<char> text, Span<char> folded, out NameReading reading)
    {
        var length = NameText.WriteLatin(text, folded, out var words);
        var name = folded[..length];
        var role = NameWords.RoleLength(name);
        if (role > 0)
        {
            name[role..].CopyTo(folded);
            length -= role;
            name = folded[..length];
            words--;
        }

        if (length == 0 || NullWords.IsNull(name))
        {
            reading = default;
            return false;
        }

        reading = new NameReading(Pack(name), length, RowTraits.None, words is >= 2 and <= 5);
        return true;
    }

    /// <summary>张三的(宝宝) leaves a particle behind.</summary>
    static Span<char> TrimLinks(Span<char> name) =>
        name.Length > 2 && name[^1] is '的' or '家' ? name[..^1] : name;

    static ulong Pack(ReadOnlySpan<char> name) =>
        name.Length <= Packable
            ? PackedName.Pack(name)
            : (PackedName.LongTag << 48) | (Hash64.Of(name) >> 16);

    static bool[] MarkSpecial()
    {
        var special = new bool[CharacterTables.HanCount];
        foreach (var unit in NameWords.Endings + NameWords.Beginnings + "某之空白")
        {
            if (HanReadings.IsHan(unit))
            {
                special[unit - CharacterTables.FirstHan] = true;
            }
        }

        return special;
    }
}
