using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// What likeness needs of an ideograph, in one word: bits 0–15 the four-corner code, a nibble a digit; 16–23 strokes; 24–39 a bit for each reading
/// by its remainder; 40–51 the usual reading with its tone; 52–60 the class of syllables taken for it; 61 whether the code is known.
/// Zero for everything else.
/// </summary>
static class HanTraits
{
    const ulong KnownCode = 1UL << 61;

    static readonly ulong[] _words = Make();

    /// <summary>Traits of a unit.</summary>
    public static ulong Of(char unit)
    {
        var index = (uint)(unit - CharacterTables.FirstHan);
        var words = _words;
        return index < (uint)words.Length ? words[index] : 0;
    }

    /// <summary>Whether both have the same usual reading with its tone.</summary>
    public static bool HaveOneTone(ulong a, ulong b) => ((a ^ b) & (0xFFFUL << 40)) == 0 && (a & (0xFFFUL << 40)) != 0;

    /// <summary>Whether they may share a reading, tones apart; false is certain.</summary>
    public static bool MaySound(ulong a, ulong b) => (a & b & (0xFFFFUL << 24)) != 0;

    /// <summary>Whether their usual readings are of syllables taken for each other.</summary>
    public static bool SoundNearly(ulong a, ulong b) => ((a ^ b) & (0x1FFUL << 52)) == 0 && (a & (0x1FFUL << 52)) != 0;

    /// <summary>Whether their codes share three of four digits and their stroke counts are at most three apart.</summary>
    public static bool LookAlike(ulong a, ulong b)
    {
        var apart = (a ^ b) & 0xFFFF;
        var digits = (apart | (apart >> 1) | (apart >> 2) | (apart >> 3)) & 0x1111;
        var strokes = (int)((a >> 16) & 0xFF) - (int)((b >> 16) & 0xFF);
        return (digits & (digits - 1)) == 0 && (a & b & KnownCode) != 0 && strokes is >= -3 and <= 3;
    }

    static ulong[] Make()
    {
        var words = new ulong[CharacterTables.HanCount];
        for (var i = 0; i < words.Length; i++)
        {
            var unit = (char)(CharacterTables.FirstHan + i);
            ulong word = (ulong)HanReadings.Toned(unit) << 40 | (ulong)HanShapes.Strokes(unit) << 16;
            var code = (int)HanShapes.FourCorner(unit);
            if (code != HanShapes.UnknownFourCorner)
            {
                word |= KnownCode | (uint)(code % 10 | (code / 10 % 10) << 4 | (code / 100 % 10) << 8 | (code / 1000) << 12);
            }

            if (HanReadings.Toneless(unit) is > 0 and var usual)
            {
                word |= (ulong)FuzzySyllables.ClassOf(usual) << 52;
                foreach (var reading in HanReadings.AllToneless(unit))
                {
                    word |= 1UL << (24 + (reading & 15));
                }
            }

            words[i] = word;
        }

        return words;
    }
}
