using System.Globalization;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Reference;

/// <summary>The packed fast paths, written to be read: strings, parsing by the framework, one position at a time.</summary>
static class NormalFormReference
{
    /// <summary>A cell of exactly eleven ASCII digits beginning 13 to 19, packed; zero for anything else.</summary>
    public static ulong PlainMobile(string cell)
    {
        if (cell.Length != 11 || !cell.All(char.IsAsciiDigit) || cell[0] != '1' || cell[1] < '3')
        {
            return 0;
        }

        string[] dummies = ["13800138000", "13000000000", "13800000000"];
        var kind = dummies.Contains(cell) ? PhoneKind.Placeholder : PhoneKind.Mobile;
        return PackedPhone.Pack(ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture), 11, kind);
    }

    /// <summary>A day, or a day with its time, as ISO writes it; zero for anything else.</summary>
    public static ulong IsoDate(string cell)
    {
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];
        if (!DateTime.TryParseExact(cell, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < DateReader.FirstYear or > DateReader.LastYear)
        {
            return 0;
        }

        var second = cell.Length == 10 ? -1 : (int)date.TimeOfDay.TotalSeconds;
        return PackedDate.Pack(DateOnly.FromDateTime(date).DayNumber, second);
    }

    /// <summary>Whether 18 characters are an identity number: the weighted sum of all, X counting ten, is 1 modulo 11.</summary>
    public static bool HasRightChecksum(string number)
    {
        var sum = 0;
        for (var i = 0; i < 18; i++)
        {
            // ISO 7064: the weight of a position is 2 to the power of its distance from the end, modulo 11.
            var weight = (1 << (17 - i)) % 11;
            sum += weight * (number[i] is 'X' or 'x' ? 10 : number[i] - '0');
        }

        return sum % 11 == 1;
    }

    /// <summary>Folded text by way of single units.</summary>
    public static string Fold(string text)
    {
        var folded = string.Concat(text.Select(CharacterFolding.Fold).Where(unit => unit != 0));
        return string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
