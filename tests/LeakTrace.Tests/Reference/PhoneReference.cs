using System.Globalization;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Reference;

/// <summary>Phones compared digit by digit, as text with a star for a masked digit.</summary>
static class PhoneReference
{
    public static ulong Pack(string digits, PhoneKind kind = PhoneKind.Mobile) => digits.Length == 0
        ? 0
        : PackedPhone.Pack(ulong.Parse(digits.Replace('*', 'F'), NumberStyles.HexNumber, CultureInfo.InvariantCulture), digits.Length, kind);

    public static PhoneLevel Between(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return PhoneLevel.Absent;
        }

        var masked = left.Contains('*', StringComparison.Ordinal) || right.Contains('*', StringComparison.Ordinal);
        if (left.Length != right.Length)
        {
            return masked ? PhoneLevel.Different : OtherLength(left, right);
        }

        var known = Enumerable.Range(0, left.Length).Where(i => left[i] != '*' && right[i] != '*').ToList();
        var different = known.Where(i => left[i] != right[i]).ToList();
        if (masked)
        {
            return different.Count > 0 || known.Count < 4 ? PhoneLevel.Different
                : known.Count >= 7 ? PhoneLevel.Mask : PhoneLevel.WeakMask;
        }

        return different switch
        {
            [] => PhoneLevel.Exact,
            [_] => PhoneLevel.OneDigit,
            [var i, var j] when j == i + 1 && left[i] == right[j] && left[j] == right[i] => PhoneLevel.Transposed,
            [_, _] => PhoneLevel.Near,
            _ => left.Length > 8 && left[^8..] == right[^8..] ? PhoneLevel.Near : PhoneLevel.Different,
        };
    }

    static PhoneLevel OtherLength(string left, string right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var isOneShort = longer.Length == shorter.Length + 1 && shorter.Length >= 9
            && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
        return isOneShort ? PhoneLevel.OneDigit
            : shorter.Length >= 7 && longer.EndsWith(shorter, StringComparison.Ordinal) ? PhoneLevel.Near : PhoneLevel.Different;
    }
}
