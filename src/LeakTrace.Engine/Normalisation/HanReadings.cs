namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Mandarin readings of ideographs as numbers. A toneless reading is the number of its syllable (ü spelled v, so that 吕
/// lv and 卢 lu differ);
/// a toned one is that number times 8 plus the tone, 5 for the neutral one. Zero is unknown. Fold characters first.
/// </summary>
public static class HanReadings
{
    // Eighty surnames of two characters against every name of a list: the first character rules nearly all of them out.
    static readonly bool[] _beginsCompound = MarkCompounds();

    /// <summary>Highest toneless reading.</summary>
    public static int Highest => CharacterTables.Syllables.Length - 1;

    /// <summary>Whether the unit is an ideograph of the basic block or Extension A.</summary>
    public static bool IsHan(char unit) =>
        (uint)(unit - CharacterTables.FirstHan) < CharacterTables.HanCount && unit is < '\u4DC0' or > '\u4DFF';

    /// <summary>Usual reading without tone.</summary>
    public static ushort Toneless(char han) => (ushort)(Toned(han) >> 3);

    /// <summary>Usual reading with tone.</summary>
    public static ushort Toned(char han)
    {
        var index = (uint)(han - CharacterTables.FirstHan);
        return index < CharacterTables.HanCount ? CharacterTables.Toned[index] : (ushort)0;
    }

    /// <summary>Reading without tone of a character that stands as a surname: 单 shan, 仇 qiu.</summary>
    public static ushort TonelessSurname(char han) => (ushort)(TonedSurname(han) >> 3);

    /// <summary>Reading with tone of a character that stands as a surname.</summary>
    public static ushort TonedSurname(char han)
    {
        var index = (uint)(han - CharacterTables.FirstHan);
        return index < CharacterTables.HanCount ? CharacterTables.TonedAsSurname[index] : (ushort)0;
    }

    /// <summary>All readings without tone, the usual one first; empty where none is known.</summary>
    public static ReadOnlySpan<ushort> AllToneless(char han)
    {
        var index = (uint)(han - CharacterTables.FirstHan);
        if (index >= CharacterTables.HanCount)
        {
            return default;
        }

        var start = CharacterTables.ReadingStarts[index];
        return CharacterTables.Readings.AsSpan(start, CharacterTables.ReadingStarts[index + 1] - start);
    }

    /// <summary>Spelling of a toneless reading in a–z; empty for zero.</summary>
    public static string Spelling(ushort toneless) => CharacterTables.Syllables[toneless];

    /// <summary>Whether the folded text is exactly a surname, of one character or two.</summary>
    public static bool IsSurname(ReadOnlySpan<char> folded)
    {
        if (folded.Length == 1)
        {
            var index = (uint)(folded[0] - CharacterTables.FirstHan);
            return index < CharacterTables.HanCount && CharacterTables.IsSurname[index];
        }

        return folded.Length == 2 && IsCompound(folded[0], folded[1]);
    }

    /// <summary>Length of the surname at the front of a folded name: 2, 1, or 0 where there is none.</summary>
    public static int SurnameLength(ReadOnlySpan<char> folded)
    {
        // 东方 and the like are surnames only where a given name follows.
        if (folded.Length > 2 && IsSurname(folded[..2]))
        {
            return 2;
        }

        return folded.Length > 0 && IsSurname(folded[..1]) ? 1 : 0;
    }

    static bool[] MarkCompounds()
    {
        var marks = new bool[CharacterTables.HanCount];
        for (var i = 0; i < CharacterTables.CompoundSurnames.Length; i += 2)
        {
            marks[CharacterTables.CompoundSurnames[i] - CharacterTables.FirstHan] = true;
        }

        return marks;
    }

    static bool IsCompound(char first, char second)
    {
        var index = (uint)(first - CharacterTables.FirstHan);
        if (index >= (uint)_beginsCompound.Length || !_beginsCompound[index])
        {
            return false;
        }

        var compounds = CharacterTables.CompoundSurnames;
        for (var i = 0; i < compounds.Length; i += 2)
        {
            if (compounds[i] == first && compounds[i + 1] == second)
            {
                return true;
            }
        }

        return false;
    }
}
