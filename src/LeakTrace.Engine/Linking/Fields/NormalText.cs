using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Cells into their normal form, as text; empty where a cell says nothing.</summary>
static class NormalText
{
    const int Longest = 512;

    /// <summary>Normal form of a cell of a type; dates have their own (<see cref="CalendarForm"/>).</summary>
    public static string Of(string cell, FieldType type)
    {
        if (cell.Length == 0)
        {
            return "";
        }

        Span<char> folded = stackalloc char[Longest];
        var length = CharacterFolding.Fold(cell.AsSpan(0, Math.Min(cell.Length, Longest)), folded);
        ReadOnlySpan<char> text = folded[..length];
        if (type == FieldType.Number)
        {
            return Number(text);
        }

        if (NullWords.IsNull(text))
        {
            return "";
        }

        return type switch
        {
            FieldType.Name => Name(cell, text),
            FieldType.Phone => Digits(text),
            FieldType.NationalId or FieldType.Code => Code(text),
            _ => Words(text),
        };
    }

    /// <summary>A number without thousands separators and currency, its sign and its decimals kept.</summary>
    static string Number(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            if (char.IsAsciiDigit(unit) || unit is '.' or '-' or 'e' or '+')
            {
                kept[length++] = unit;
            }
        }

        return double.TryParse(kept[..length], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : "";
    }

    static string Name(string cell, ReadOnlySpan<char> text)
    {
        if (NameText.HasHan(text))
        {
            Span<char> name = stackalloc char[NameReader.LongestName];
            return NameReader.Read(cell, name, out var reading) ? new string(name[..reading.Length]) : "";
        }

        return Words(text);
    }

    static string Digits(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            if (char.IsAsciiDigit(unit) || unit == '*')
            {
                kept[length++] = unit;
            }
        }

        // The country code says nothing within one country.
        ReadOnlySpan<char> digits = kept[..length];
        digits = digits.StartsWith("0086") && length == 15 ? digits[4..] : digits.StartsWith("86") && length == 13 ? digits[2..] : digits;
        return new string(digits);
    }

    static string Code(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            if (char.IsLetterOrDigit(unit) || unit is '*' or '@')
            {
                kept[length++] = unit;
            }
        }

        return new string(kept[..length]);
    }

    /// <summary>Letters and digits with single spaces between; an apostrophe goes, any other sign parts words.</summary>
    static string Words(ReadOnlySpan<char> text)
    {
        Span<char> kept = stackalloc char[text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || unit == '*')
            {
                kept[length++] = unit;
            }
            else if (unit is not ('\'' or '\\' or '’') && length > 0 && kept[length - 1] != ' ')
            {
                kept[length++] = ' ';
            }
        }

        return new string(kept[..length].TrimEnd(' '));
    }
}
