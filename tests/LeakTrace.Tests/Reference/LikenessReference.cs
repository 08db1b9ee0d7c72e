using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Reference;

/// <summary>Whether two Han characters are easily taken for each other, slowly and plainly.</summary>
static class LikenessReference
{
    /// <summary>
    /// Whether they sound nearly the same (zh/z, n/l, -n/-ng), or look it: four-corner codes that share three of four digits
    /// and stroke counts at most three apart.
    /// </summary>
    public static bool LooksOrSoundsAlike(char left, char right) =>
        CharacterLikeness.SoundsTheSame(left, right) || SoundsNearlyTheSame(left, right) || LooksAlike(left, right);

    static bool SoundsNearlyTheSame(char left, char right)
    {
        ushort a = HanReadings.Toneless(left), b = HanReadings.Toneless(right);
        return a != 0 && b != 0 && FuzzySyllables.ClassOf(a) == FuzzySyllables.ClassOf(b);
    }

    static bool LooksAlike(char left, char right)
    {
        int a = HanShapes.FourCorner(left), b = HanShapes.FourCorner(right);
        if (a == HanShapes.UnknownFourCorner || b == HanShapes.UnknownFourCorner || Math.Abs(HanShapes.Strokes(left) - HanShapes.Strokes(right)) > 3)
        {
            return false;
        }

        var same = 0;
        for (var i = 0; i < 4; i++, a /= 10, b /= 10)
        {
            same += a % 10 == b % 10 ? 1 : 0;
        }

        return same >= 3;
    }
}
