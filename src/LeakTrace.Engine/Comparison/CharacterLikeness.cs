using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Comparison;

/// <summary>Whether two Han characters are easily taken for each other.</summary>
public static class CharacterLikeness
{
    /// <summary>Whether some reading of one is, tones apart, a reading of the other.</summary>
    public static bool SoundsTheSame(char left, char right)
    {
        ushort a = HanReadings.Toneless(left), b = HanReadings.Toneless(right);
        if (a == 0 || b == 0)
        {
            return false;
        }

        return a == b || HanReadings.AllToneless(left).Contains(b) || HanReadings.AllToneless(right).Contains(a);
    }
}
