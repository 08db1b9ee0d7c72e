using System.Globalization;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Reference;

/// <summary>Identity numbers compared position by position, as 18 characters with a star for a masked one.</summary>
static class NationalIdReference
{
    public static (ulong Head, ulong Tail) Pack(string number) => number.Length == 0
        ? (0, 0)
        : (PackedNationalId.PackHead(Nibbles(number[..14]), number.Contains('*', StringComparison.Ordinal) ? NationalIdKind.Masked : NationalIdKind.Valid),
            Nibbles(number[14..]));

    public static NationalIdLevel Between(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return NationalIdLevel.Absent;
        }

        var known = Enumerable.Range(0, 18).Where(i => left[i] != '*' && right[i] != '*').ToList();
        return (known.Count(i => left[i] != right[i]), known.Count) switch
        {
            (0, 18) => NationalIdLevel.Exact,
            (0, >= 10) => NationalIdLevel.Mask,
            (0, >= 4) => NationalIdLevel.WeakMask,
            (0, _) => NationalIdLevel.Absent,
            ( <= 2, >= 15) => NationalIdLevel.NearlySame,
            _ => NationalIdLevel.Different,
        };
    }

    static ulong Nibbles(string text) =>
        ulong.Parse(text.Replace('*', 'F').Replace('X', 'A'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
