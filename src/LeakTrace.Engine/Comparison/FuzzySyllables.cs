using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Comparison;

/// <summary>Syllables that speakers of many regions do not tell apart: zh/z, ch/c, sh/s, n/l, f/h, r/l, -ng/-n.</summary>
static class FuzzySyllables
{
    static readonly ushort[] _classes = Make();

    /// <summary>Class of a toneless syllable; equal for syllables taken for each other.</summary>
    public static ushort ClassOf(ushort toneless) => _classes[toneless];

    static ushort[] Make()
    {
        var classes = new ushort[HanReadings.Highest + 1];
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal);
        for (var reading = 1; reading < classes.Length; reading++)
        {
            var key = Fold(HanReadings.Spelling((ushort)reading));
            if (!known.TryGetValue(key, out classes[reading]))
            {
                classes[reading] = (ushort)reading;
                known[key] = (ushort)reading;
            }
        }

        return classes;
    }

    static string Fold(string syllable)
    {
        var initial = syllable switch
        {
            ['z' or 'c' or 's', 'h', ..] => syllable[..1] + syllable[2..],
            ['n' or 'r', ..] => "l" + syllable[1..],
            ['f', ..] => "h" + syllable[1..],
            _ => syllable,
        };
        return initial.EndsWith("ng", StringComparison.Ordinal) ? initial[..^1] : initial;
    }
}
