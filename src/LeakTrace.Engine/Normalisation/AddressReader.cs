namespace LeakTrace.Engine.Normalisation;

/// <summary>Folds postal addresses and makes the signature by which unlike ones are told apart at once.</summary>
public static class AddressReader
{
    // Units that folding leaves as they are, whatever stands beside them.
    static readonly bool[] _isFolded = MarkFolded();

    /// <summary>
    /// Folds an address: characters as <see cref="CharacterFolding"/>; letters, digits and masks only. Divisions and
    /// the words for house,
    /// building and room stay, dashes between digits too (3-201 is not 3201).
    /// </summary>
    /// <param name="cell">Any text.</param>
    /// <param name="destination">At least as long as the cell.</param>
    /// <returns>Number of units written.</returns>
    public static int Fold(ReadOnlySpan<char> cell, Span<char> destination)
    {
        var table = CharacterTables.Folded;
        var length = 0;
        var dash = false;
        foreach (var unit in cell)
        {
            var folded = table[unit];
            if (folded is >= '\u4E00' and <= '\u9FFF')
            {
                dash = false;
                destination[length++] = folded;
                continue;
            }

            if (char.IsAsciiDigit(folded) && !dash)
            {
                destination[length++] = folded;
                continue;
            }

            if (HanReadings.IsHan(folded) || char.IsLetterOrDigit(folded) || char.IsSurrogate(folded) || folded == '*')
            {
                if (dash && char.IsAsciiLetterOrDigit(folded))
                {
                    destination[length++] = '-';
                }

                dash = false;
                destination[length++] = folded;
            }
            else if (folded is '-' or '#' or '~' or '_')
            {
                dash = length > 0 && char.IsAsciiLetterOrDigit(destination[length - 1]);
            }
            else if (folded is not (' ' or '\0'))
            {
                dash = false;
            }
        }

        return length;
    }

    /// <summary>Whether an address is as <see cref="Fold"/> leaves it, beyond doubt.</summary>
    internal static bool IsFolded(ReadOnlySpan<char> cell)
    {
        var isFolded = _isFolded;
        var all = true;
        foreach (var unit in cell)
        {
            // No branch: where ideographs and numbers meet is beyond any prediction.
            all &= isFolded[unit];
        }

        return all;
    }

    /// <summary>
    /// Signature of a folded address: one of 64 bits set for each pair of neighbouring units, so that two addresses
    /// share at least
    /// popcount(a &amp; b) bits' worth of pairs. Never zero for a text.
    /// </summary>
    public static ulong Signature(ReadOnlySpan<char> folded)
    {
        if (folded.IsEmpty)
        {
            return 0;
        }

        if (folded.Length == 1)
        {
            return 1UL << Bit('\0', folded[0]);
        }

        ulong signature = 0;
        for (var i = 1; i < folded.Length; i++)
        {
            signature |= 1UL << Bit(folded[i - 1], folded[i]);
        }

        return signature;
    }

    static bool[] MarkFolded()
    {
        var table = CharacterTables.Folded;
        var marks = new bool[table.Length];
        for (var unit = '\u4E00'; unit <= '\u9FFF'; unit++)
        {
            marks[unit] = table[unit] == unit;
        }

        for (var unit = '0'; unit <= 'z'; unit++)
        {
            marks[unit] = char.IsAsciiLetterOrDigit(unit) && table[unit] == unit;
        }

        return marks;
    }

    static int Bit(char first, char second) => (int)((((uint)first << 16 | second) * 0x9E37_79B1u) >> 26);
}
