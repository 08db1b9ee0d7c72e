using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Normalisation;

/// <summary>Normal forms as text, so that tables of examples read.</summary>
static class Printed
{
    public static string Phones(string cell)
    {
        Span<ulong> phones = stackalloc ulong[PhoneReader.MaxPhones];
        var count = PhoneReader.Read(cell, phones);
        var texts = new List<string>();
        foreach (var phone in phones[..count])
        {
            texts.Add($"{PackedPhone.KindOf(phone)} {Nibbles(phone, PackedPhone.LengthOf(phone))}");
        }

        return string.Join(", ", texts);
    }

    public static string NationalId(string cell) =>
        NationalIdReader.Read(cell, out var head, out var tail)
            ? $"{PackedNationalId.KindOf(head)} {Nibbles(head, 14)}{Nibbles(tail, 4)}"
            : "nothing";

    public static string Date(string cell, DateContext context)
    {
        if (!DateReader.Read(cell, context, out var packed))
        {
            return "nothing";
        }

        var text = DateOnly.FromDayNumber(PackedDate.DayOf(packed)).ToString("yyyy-MM-dd", null);
        var second = PackedDate.SecondOf(packed);
        text += second < 0 ? "" : TimeSpan.FromSeconds(second).ToString(@"\ hh\:mm\:ss", null);
        return PackedDate.PrecisionOf(packed) == DatePrecision.Day ? text : $"{text} {PackedDate.PrecisionOf(packed)}";
    }

    public static string Name(string cell) => Name(cell, out _);

    public static string Name(string cell, out NameReading reading)
    {
        var folded = new char[NameReader.LongestName];
        return NameReader.Read(cell, folded, out reading) ? new string(folded, 0, reading.Length) : "nothing";
    }

    public static string Folded(string text)
    {
        var folded = new char[text.Length];
        return new string(folded, 0, CharacterFolding.Fold(text, folded));
    }

    static string Nibbles(ulong value, int count)
    {
        var text = new char[count];
        for (var i = 0; i < count; i++)
        {
            text[i] = "0123456789X????*"[(int)(value >> (4 * (count - 1 - i))) & 0xF];
        }

        return new string(text);
    }
}
