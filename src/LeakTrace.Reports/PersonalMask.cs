using System.Globalization;
using LeakTrace.Engine.Records;

namespace LeakTrace.Reports;

/// <summary>
/// Hides what identifies a person and leaves enough to recognise a row: names of two characters hide the second, longer ones all but
/// the first and last; identity numbers hide digits 7 to 14, phones four digits before the last four, addresses what follows the district.
/// </summary>
public static class PersonalMask
{
    const string Hidden = "****";
    const int ShownOfCode = 4;
    const int LongestDistrict = 12;

    /// <summary>Text of a field with its personal part hidden; what does not identify a person stays.</summary>
    public static string Of(FieldRole role, string text) => text.Length == 0 ? "" : FieldRoles.TypeOf(role) switch
    {
        FieldType.Name => Name(text),
        FieldType.Phone => Phone(text),
        FieldType.NationalId => NationalId(text),
        FieldType.Address => Address(text),
        FieldType.Code when role == FieldRole.Waybill => Code(text),
        FieldType.Date when role == FieldRole.BirthDate => text.Length >= 4 ? text[..4] + "-**-**" : Hidden,
        FieldType.Date or FieldType.Place or FieldType.Code => text,
        _ => Hidden,
    };

    /// <summary>王* for two characters, 张*丰 for three, first and last of more; a single one is hidden.</summary>
    public static string Name(string name)
    {
        var elements = StringInfo.ParseCombiningCharacters(name);
        string At(int i) => name[elements[i]..(i + 1 < elements.Length ? elements[i + 1] : name.Length)];
        return elements.Length switch
        {
            0 => "",
            1 => "*",
            2 => At(0) + "*",
            _ => At(0) + new string('*', elements.Length - 2) + At(elements.Length - 1),
        };
    }

    /// <summary>138****1234; of shorter numbers the last four digits stay and the four before them are hidden.</summary>
    public static string Phone(string phone)
    {
        var end = Math.Max(0, phone.Length - 4);
        var start = Math.Max(0, end - 4);
        return phone[..start] + Hidden + (start > 0 || phone.Length >= 8 ? phone[end..] : "");
    }

    /// <summary>Digits 7 to 14 hidden.</summary>
    public static string NationalId(string number) =>
        number.Length >= 15 ? string.Concat(number.AsSpan(0, 6), "********", number.AsSpan(14)) : Hidden;

    /// <summary>Province, city and district stay where they can be told; the rest is hidden.</summary>
    public static string Address(string address)
    {
        var end = address.AsSpan(0, Math.Min(LongestDistrict, address.Length)).LastIndexOfAny("区县市旗省");
        return end > 0 ? address[..(end + 1)] + Hidden : Hidden;
    }

    static string Code(string code) => code.Length > 2 * ShownOfCode ? Hidden + code[^ShownOfCode..] : Hidden;
}
