using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Reads cells with resident identity numbers (GB 11643-1999), of 18 characters or the 15 digits used before.
/// </summary>
public static class NationalIdReader
{
    const int Length = 18;
    const int OldLength = 15;
    const int HeadLength = 14;

    /// <summary>Longest cell that can hold a number with spaces, dashes and words around it.</summary>
    const int LongestCell = 96;

    /// <summary>Digits that a double keeps for certain.</summary>
    const int SafeDigits = 15;

    /// <summary>Shorter mantissas come from a display format rather than from the number itself.</summary>
    const int ShortestRoundTrip = 10;

    /// <summary>
    /// Reads the first number of a cell as <see cref="PackedNationalId"/>; malformed, masked and cut-off numbers are
    /// kept with their kind.
    /// </summary>
    /// <returns>False where the cell holds no digit or mask at all.</returns>
    public static bool Read(ReadOnlySpan<char> cell, out ulong head, out ulong tail)
    {
        cell = CharacterFolding.Trim(cell);
        Span<char> symbols = stackalloc char[LongestCell];
        int count;
        if (cell.Length == Length && CopyPlain(cell, symbols))
        {
            count = Length;
        }
        else if (ScientificNumber.Read(cell, out var mantissa, out var known, out var length)
            && length is Length or OldLength)
        {
            return FromScientific(mantissa, known, length, out head, out tail);
        }
        else
        {
            count = WriteSymbols(cell.Length > LongestCell ? cell[..LongestCell] : cell, symbols);
        }

        return FromSymbols(symbols[..count], out head, out tail);
    }

    /// <summary>Whether 18 digits, the last possibly x, satisfy the check character (ISO 7064, MOD 11-2).</summary>
    internal static bool HasRightChecksum(ReadOnlySpan<char> digits) =>
        digits.Length == Length && CheckCharacter(digits) == digits[17];

    /// <summary>Check character of the first 17 digits, <c>x</c> for ten.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (digits[i] - '0');
        }

        return "10x98765432"[sum % 11];
    }

    /// <summary>Whether region (11–82, 91) and birth date of 18 digits can be.</summary>
    internal static bool IsPlausible(ReadOnlySpan<char> digits)
    {
        var region = Number(digits[..2]);
        var year = Number(digits.Slice(6, 4));
        var month = Number(digits.Slice(10, 2));
        var day = Number(digits.Slice(12, 2));
        return region is >= 11 and <= 82 or 91 && year is >= 1890 and <= 2099 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    static bool CopyPlain(ReadOnlySpan<char> cell, Span<char> symbols)
    {
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiDigit(cell[i]) && !(i == Length - 1 && cell[i] is 'x' or 'X'))
            {
                return false;
            }

            symbols[i] = (char)(cell[i] | 0x20);
        }

        return true;
    }

    /// <summary>Digits, masks and a final x of the cell's first number; separators inside it go.</summary>
    static int WriteSymbols(ReadOnlySpan<char> cell, Span<char> symbols)
    {
        var count = 0;
        foreach (var raw in cell)
        {
            var unit = CharacterFolding.Fold(raw);
            if (char.IsAsciiDigit(unit) || unit == '*')
            {
                symbols[count++] = unit;
            }
            else if (unit == 'x' && count > 0)
            {
                symbols[count++] = 'x';
            }
            else if (unit is '●' or '○' or '□' or '■' or '×')
            {
                symbols[count++] = '*';
            }
            else if (count >= OldLength && unit is not (' ' or '-' or '\0' or '.'))
            {
                break;
            }
            else if (unit == '.' && count >= OldLength)
            {
                break;
            }
        }

        // An x is the check character at the end of a number and a mask anywhere else.
        for (var i = 0; i < count; i++)
        {
            if (symbols[i] == 'x' && !(i == count - 1 && i == Length - 1 && symbols[i - 1] != 'x'))
            {
                symbols[i] = '*';
            }
        }

        return count;
    }

    static bool FromScientific(ulong mantissa, int known, int length, out ulong head, out ulong tail)
    {
        Span<char> symbols = stackalloc char[Length];
        symbols.Fill('*');
        for (var i = 0; i < Math.Min(known, SafeDigits); i++)
        {
            symbols[i] = (char)('0' + (mantissa >> (4 * (known - 1 - i)) & 0xF));
        }

        // Round-trip texts drop zeros at the end of the mantissa; these are known all the same.
        if (known is >= ShortestRoundTrip and < SafeDigits)
        {
            symbols[known..SafeDigits].Fill('0');
        }

        var complete = length == OldLength && !symbols[..OldLength].Contains('*');
        return complete
            ? FromSymbols(symbols[..OldLength], out head, out tail)
            : Pack(symbols[..length], NationalIdKind.PrecisionLost, out head, out tail);
    }

    static bool FromSymbols(Span<char> symbols, out ulong head, out ulong tail)
    {
        if (symbols.IsEmpty || !symbols.ContainsAnyInRange('0', '9'))
        {
            head = 0;
            tail = 0;
            return false;
        }

        Span<char> full = stackalloc char[Length];
        if (symbols.Contains('*'))
        {
            var isMasked = ExpandMask(symbols, full);
            return isMasked
                ? Pack(full, NationalIdKind.Masked, out head, out tail)
                : Pack(symbols, NationalIdKind.Malformed, out head, out tail);
        }

        if (symbols.Length == OldLength && !symbols.Contains('x'))
        {
            symbols[..6].CopyTo(full);
            "19".CopyTo(full[6..]);
            symbols[6..].CopyTo(full[8..]);
            full[17] = CheckCharacter(full);
            var kind = IsPlausible(full) ? NationalIdKind.Valid : NationalIdKind.Malformed;
            return Pack(full, kind, out head, out tail);
        }

        if (symbols.Length == Length && HasRightChecksum(symbols) && IsPlausible(symbols))
        {
            return Pack(symbols, NationalIdKind.Valid, out head, out tail);
        }

        if (symbols.Length == Length && symbols[SafeDigits..].SequenceEqual("000") && IsPlausible(symbols))
        {
            // A spreadsheet showed the double in full: what ends in three zeros with a wrong checksum has lost them.
            symbols[SafeDigits..].Fill('*');
            return Pack(symbols, NationalIdKind.PrecisionLost, out head, out tail);
        }

        return Pack(symbols, NationalIdKind.Malformed, out head, out tail);
    }

    /// <summary>
    /// Lays a masked number out over 18 positions; one run of masks may be longer or shorter than what it hides.
    /// </summary>
    static bool ExpandMask(ReadOnlySpan<char> symbols, Span<char> full)
    {
        full.Fill('*');
        if (symbols.Length == Length)
        {
            symbols.CopyTo(full);
            return true;
        }

        var first = symbols.IndexOf('*');
        var last = symbols.LastIndexOf('*');
        if (symbols[first..last].ContainsAnyExcept('*') || first + symbols.Length - last - 1 >= Length)
        {
            return false;
        }

        if (symbols.Length == OldLength)
        {
            // Masked before the change of 1999: the century goes between.
            symbols[..6].CopyTo(full);
            "19".CopyTo(full[6..]);
            symbols[6..].CopyTo(full[8..]);
            return true;
        }

        symbols[..first].CopyTo(full);
        symbols[(last + 1)..].CopyTo(full[(Length - (symbols.Length - last - 1))..]);
        return true;
    }

    static bool Pack(ReadOnlySpan<char> symbols, NationalIdKind kind, out ulong head, out ulong tail)
    {
        head = 0;
        tail = 0;
        for (var i = 0; i < Length; i++)
        {
            var symbol = i < symbols.Length ? symbols[i] : '*';
            var nibble = char.IsAsciiDigit(symbol) ? (ulong)(symbol - '0')
                : symbol == 'x' ? PackedNationalId.X
                : PackedNationalId.Wildcard;
            if (i < HeadLength)
            {
                head = (head << 4) | nibble;
            }
            else
            {
                tail = (tail << 4) | nibble;
            }
        }

        head = PackedNationalId.PackHead(head, kind);
        return true;
    }

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
