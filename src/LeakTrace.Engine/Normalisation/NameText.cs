using System.Buffers;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>The characters of a name cell that belong to the name.</summary>
static class NameText
{
    static readonly SearchValues<char> _closing = SearchValues.Create(")]】〕》>");

    /// <summary>Whether a text holds an ideograph, one outside the basic plane included.</summary>
    public static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (HanReadings.IsHan(unit) || char.IsHighSurrogate(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Writes ideographs, letters and masks (<c>*</c>) of the first name in a folded text; phone numbers, spaces,
    /// middle dots and what
    /// stands in brackets go.
    /// </summary>
    public static int WriteHan(ReadOnlySpan<char> text, Span<char> name, out bool isBaby, out bool hasMiddleDot)
    {
        isBaby = false;
        hasMiddleDot = false;
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (IsOpening(unit))
            {
                var end = text[at..].IndexOfAny(_closing);
                end = end < 0 ? text.Length : at + end;
                var inside = text[(at + 1)..end];
                isBaby |= NameWords.IsBabyWord(inside);
                if (length == 0 && end >= text.Length - 1)
                {
                    // Nothing but brackets: (张三).
                    continue;
                }

                at = end;
            }
            else if (char.IsAsciiDigit(unit))
            {
                at = EndOfNumber(text, at) - 1;
            }
            else if (unit is ':' && NameWords.IsTitle(name[..length]))
            {
                length = 0;
            }
            else if (IsSeparator(unit) && length >= 2)
            {
                break;
            }
            else if (unit is '\u00B7' or '.')
            {
                hasMiddleDot |= length > 0;
            }
            else if (IsMask(text, at) && (length > 0 || unit != 'x'))
            {
                name[length++] = PackedName.Wildcard;
            }
            else if (char.IsLetter(unit) || char.IsSurrogate(unit))
            {
                name[length++] = unit;
            }
        }

        return length;
    }

    /// <summary>Writes the words of a Latin name with single spaces; apostrophes go, other marks part words.</summary>
    public static int WriteLatin(ReadOnlySpan<char> text, Span<char> name, out int words)
    {
        var length = 0;
        words = 0;
        var inWord = false;
        foreach (var unit in text)
        {
            if (char.IsLetter(unit) || unit == PackedName.Wildcard || (char.IsAsciiDigit(unit) && inWord))
            {
                if (!inWord)
                {
                    if (length > 0)
                    {
                        name[length++] = ' ';
                    }

                    words++;
                    inWord = true;
                }

                name[length++] = unit;
            }
            else if (unit != '\'')
            {
                inWord = false;
            }
        }

        return length;
    }

    /// <summary>Whether a folded name of ideographs has the shape of one.</summary>
    public static bool LooksHan(ReadOnlySpan<char> name, bool hasMiddleDot)
    {
        var wildcards = 0;
        foreach (var unit in name)
        {
            if (unit == PackedName.Wildcard)
            {
                wildcards++;
            }
            else if (!HanReadings.IsHan(unit) && !char.IsSurrogate(unit))
            {
                return false;
            }
        }

        return hasMiddleDot
            ? name.Length is >= 3 and <= 20
            : name.Length is >= 2 and <= 4 && wildcards < name.Length
                && (name[0] == PackedName.Wildcard || HanReadings.SurnameLength(name) > 0);
    }

    static bool IsOpening(char unit) => unit is '(' or '[' or '【' or '〔' or '《' or '<';

    static bool IsSeparator(char unit) => unit is '/' or '、' or ',' or ';' or '|' or '&' or '+' or '\\' or '。' or '，';

    static bool IsMask(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '*' or '○' or '●' or '□' or '■' or '△' or '◯' or '×' or '?' or '_' or '\u2026' or '某' or '#' => true,
        '\u3007' => at > 0,
        'x' => (at == 0 || !char.IsAsciiLetter(text[at - 1]) || text[at - 1] == 'x')
            && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1]) || text[at + 1] == 'x'),
        _ => false,
    };

    static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '*' or '-' or 'x'))
        {
            at++;
        }

        return at;
    }
}
