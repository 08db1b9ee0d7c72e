using System.Globalization;

namespace LeakTrace.Engine.Records;

/// <summary>Fields of a row written out for people: the normal form, not the characters that the cell held.</summary>
public static class RecordText
{
    const int HeadDigits = 14;
    const int TailDigits = 4;

    /// <summary>Text of a field; empty where the row has none.</summary>
    public static string Of(RecordTable table, FieldRole role, int row)
    {
        var column = table[role];
        if (column is null || column.Values[row] == 0)
        {
            return "";
        }

        var value = column.Values[row];
        return column.Type switch
        {
            FieldType.Name => NameOf(column, row),
            FieldType.Phone => PhoneOf(value),
            FieldType.NationalId => NationalIdOf(value, column.Extended?[row] ?? 0),
            FieldType.Date => DateOf(value),
            FieldType.Place => column.Labels?[(int)value - 1] ?? "",
            _ => column.Text is null ? "" : column.Text[row].ToString(),
        };
    }

    /// <summary>Second phone of a row; empty where it has none.</summary>
    public static string SecondPhoneOf(RecordTable table, FieldRole role, int row) =>
        table[role]?.Extended is { } second && second[row] != 0 ? PhoneOf(second[row]) : "";

    static string NameOf(Column column, int row)
    {
        var packed = column.Values[row];
        if (PackedName.IsLong(packed))
        {
            return column.Text is null ? "" : column.Text[row].ToString();
        }

        Span<char> units = stackalloc char[4];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = PackedName.UnitAt(packed, i);
        }

        return units[..PackedName.LengthOf(packed)].ToString();
    }

    static string PhoneOf(ulong packed)
    {
        Span<char> digits = stackalloc char[16];
        var length = PackedPhone.LengthOf(packed);
        for (var i = 0; i < length; i++)
        {
            digits[i] = DigitOf((packed >> (4 * (length - 1 - i))) & 0xF, masked: PackedPhone.Wildcard);
        }

        return digits[..length].ToString();
    }

    static string NationalIdOf(ulong head, ulong tail)
    {
        Span<char> digits = stackalloc char[HeadDigits + TailDigits];
        for (var i = 0; i < HeadDigits; i++)
        {
            digits[i] = DigitOf((head >> (4 * (HeadDigits - 1 - i))) & 0xF, PackedNationalId.Wildcard);
        }

        for (var i = 0; i < TailDigits; i++)
        {
            var nibble = (tail >> (4 * (TailDigits - 1 - i))) & 0xF;
            digits[HeadDigits + i] = nibble == PackedNationalId.X ? 'X' : DigitOf(nibble, PackedNationalId.Wildcard);
        }

        return digits.ToString();
    }

    static char DigitOf(ulong nibble, ulong masked) => nibble == masked ? '*' : (char)('0' + nibble);

    static string DateOf(ulong packed)
    {
        var day = DateOnly.FromDayNumber(PackedDate.DayOf(packed));
        return day.ToString(PackedDate.PrecisionOf(packed) switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.YearAssumed => "MM-dd",
            _ => "yyyy-MM-dd",
        }, CultureInfo.InvariantCulture);
    }
}
