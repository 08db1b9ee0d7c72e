using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Reference;

/// <summary>Names of one to four characters compared as text, with a star for a masked character.</summary>
static class NameReference
{
    public static NameLevel Between(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return NameLevel.Absent;
        }

        if (left.Contains('*', StringComparison.Ordinal) || right.Contains('*', StringComparison.Ordinal))
        {
            return Masked(left, right);
        }

        if (left == right)
        {
            return NameLevel.ExactVeryCommon;
        }

        var otherwise = left[0] == right[0] ? NameLevel.SurnameOnly : NameLevel.Different;
        if (left.Length != right.Length)
        {
            var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
            var isOneShort = shorter.Length >= 2 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
            return isOneShort ? NameLevel.OneCharacter : otherwise;
        }

        var different = Enumerable.Range(0, left.Length).Where(i => left[i] != right[i]).Select(i => (A: left[i], B: right[i])).ToList();
        if (different.All(pair => HanReadings.Toned(pair.A) != 0 && HanReadings.Toned(pair.A) == HanReadings.Toned(pair.B)))
        {
            return NameLevel.TonedPinyin;
        }

        if (different.All(pair => CharacterLikeness.SoundsTheSame(pair.A, pair.B)))
        {
            return NameLevel.TonelessPinyin;
        }

        return different switch
        {
            [var (a, b)] when LikenessReference.LooksOrSoundsAlike(a, b) => NameLevel.AlikeCharacter,
            [_] when left.Length >= 3 => NameLevel.OneCharacter,
            [_, _] when left.Length == 3 && left == $"{right[0]}{right[2]}{right[1]}" => NameLevel.OneCharacter,
            _ => otherwise,
        };
    }

    static NameLevel Masked(string left, string right)
    {
        var sameSurname = left[0] != '*' && right[0] == left[0];
        var isOpen = (left is [_, '*'] || right is [_, '*']) && left.Length != right.Length && sameSurname;
        var fits = left.Length == right.Length && left.Zip(right).All(pair => pair.First == pair.Second || pair.First == '*' || pair.Second == '*');
        return fits || isOpen ? NameLevel.MaskCommon : sameSurname ? NameLevel.SurnameOnly : NameLevel.Different;
    }
}
