namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Numbers that a spreadsheet wrote in E-notation (<c>1.10101199001011E+17</c>), read as digits with a known front.
/// </summary>
static class ScientificNumber
{
    const int MostDigits = 16;

    /// <summary>Whether the cell is such a number, at least one and below 10^20.</summary>
    /// <param name="cell">A trimmed cell.</param>
    /// <param name="mantissa">Up to 16 leading digits as nibbles, the last lowest.</param>
    /// <param name="known">Number of digits in <paramref name="mantissa"/>.</param>
    /// <param name="length">Number of digits of the whole number.</param>
    public static bool Read(ReadOnlySpan<char> cell, out ulong mantissa, out int known, out int length)
    {
        mantissa = 0;
        known = 0;
        length = 0;
        if (cell.Length is < 4 or > 28)
        {
            return false;
        }

        var at = 0;
        for (; at < cell.Length; at++)
        {
            var unit = CharacterFolding.Fold(cell[at]);
            if (char.IsAsciiDigit(unit) && known < MostDigits)
            {
                mantissa = (mantissa << 4) | (uint)(unit - '0');
                known++;
            }
            else if (!(unit == '.' && at == 1) && !char.IsAsciiDigit(unit))
            {
                break;
            }
        }

        var hasPoint = at <= 1 || CharacterFolding.Fold(cell[1]) == '.';
        if (known == 0 || !hasPoint || at >= cell.Length || CharacterFolding.Fold(cell[at]) != 'e')
        {
            return false;
        }

        at++;
        if (at < cell.Length && CharacterFolding.Fold(cell[at]) == '+')
        {
            at++;
        }

        var exponent = 0;
        for (var start = at; at < cell.Length; at++)
        {
            var digit = CharacterFolding.Fold(cell[at]) - '0';
            if (digit is < 0 or > 9 || at - start >= 3)
            {
                return false;
            }

            exponent = exponent * 10 + digit;
        }

        length = exponent + 1;
        return exponent is > 0 and < 20;
    }
}
