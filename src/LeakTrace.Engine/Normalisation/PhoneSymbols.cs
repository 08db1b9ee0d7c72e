namespace LeakTrace.Engine.Normalisation;

/// <summary>Rewrites a phone cell in few symbols, so that scanning knows one spelling of each thing.</summary>
/// <remarks>
/// Digits stay; <c>*</c> is a masked digit; <see cref="Open"/> any number of masked digits; <c>-</c> or space separate
/// softly (they may stand
/// inside a number); <see cref="Extension"/> announces an extension; <see cref="Hard"/> is anything else,
/// <see cref="Letter"/> a Latin letter.
/// </remarks>
static class PhoneSymbols
{
    public const char Open = '~';
    public const char Extension = '>';
    public const char Hard = '|';
    public const char Letter = 'a';

    /// <summary>Writes at most one symbol a character of the cell.</summary>
    public static int Write(ReadOnlySpan<char> cell, Span<char> symbols)
    {
        var length = 0;
        for (var at = 0; at < cell.Length;)
        {
            var unit = CharacterFolding.Fold(cell[at]);
            if (char.IsAsciiDigit(unit))
            {
                symbols[length++] = unit;
                at++;
            }
            else if (unit == '\0')
            {
                at++;
            }
            else
            {
                var run = RunLength(cell, at, unit);
                var digitsBefore = DigitsBefore(symbols[..length]);
                var afterLetter = length > 0 && symbols[length - 1] == Letter;
                var symbol = Symbol(unit, run, digitsBefore, afterLetter, cell, at + run);
                at += run;
                if (symbol == Open || symbol == Extension)
                {
                    symbols[length++] = symbol;
                }
                else if (symbol == '0')
                {
                    // The fraction of a number that went through a spreadsheet: 13800138000.0
                    while (at < cell.Length && CharacterFolding.Fold(cell[at]) == '0')
                    {
                        at++;
                    }

                    symbols[length++] = ' ';
                }
                else
                {
                    symbols.Slice(length, run).Fill(symbol);
                    length += run;
                }
            }
        }

        return length;
    }

    static char Symbol(char unit, int run, int digitsBefore, bool afterLetter, ReadOnlySpan<char> cell, int next)
    {
        switch (unit)
        {
            case '*' or '×' or '○' or '●' or '□' or '■' or '◯' or '△' or '?' or '\u2588' or '\u25CE':
                return '*';
            case '\u2026':
                return Open;
            case 'x' when run == 1 && digitsBefore >= 7 && IsDigit(cell, next):
                return Extension;
            case 'e' when IsNext(cell, next, 'x'):
                return Extension;
            case 'x' when afterLetter || IsNext(cell, next, 't'):
                return Letter;
            case 'x':
                return '*';
            case '.' when run == 1 && digitsBefore >= 7 && IsZeroFraction(cell, next):
                return '0';
            case '.' when run >= 2 && digitsBefore > 0:
            case '-' or '_' when run >= 3 && digitsBefore > 0:
                return Open;
            case '-' or '.' or '_' or '\u00B7':
                return '-';
            case ' ' or '(' or ')' or '+' or '[' or ']':
                return ' ';
            case '转' or '#' or '分' or '机':
                return Extension;
            default:
                return char.IsAsciiLetter(unit) ? Letter : Hard;
        }
    }

    static bool IsDigit(ReadOnlySpan<char> cell, int at) =>
        at < cell.Length && char.IsAsciiDigit(CharacterFolding.Fold(cell[at]));

    static bool IsNext(ReadOnlySpan<char> cell, int at, char unit) =>
        at < cell.Length && CharacterFolding.Fold(cell[at]) == unit;

    static int RunLength(ReadOnlySpan<char> cell, int at, char unit)
    {
        var end = at + 1;
        while (end < cell.Length && CharacterFolding.Fold(cell[end]) == unit)
        {
            end++;
        }

        return end - at;
    }

    static int DigitsBefore(ReadOnlySpan<char> symbols)
    {
        var count = 0;
        while (count < symbols.Length && char.IsAsciiDigit(symbols[^(count + 1)]))
        {
            count++;
        }

        return count;
    }

    static bool IsZeroFraction(ReadOnlySpan<char> cell, int at)
    {
        var zeros = 0;
        while (at < cell.Length && CharacterFolding.Fold(cell[at]) == '0')
        {
            zeros++;
            at++;
        }

        return zeros is > 0 and <= 3 && (at == cell.Length || !char.IsAsciiDigit(CharacterFolding.Fold(cell[at])));
    }
}
