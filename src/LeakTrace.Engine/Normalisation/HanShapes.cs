namespace LeakTrace.Engine.Normalisation;

/// <summary>How ideographs look: what shape-alike comparison needs. Fold characters first.</summary>
public static class HanShapes
{
    /// <summary>Four-corner code of an ideograph without a known one.</summary>
    public const ushort UnknownFourCorner = 0xFFFF;

    /// <summary>
    /// First four digits of the four-corner code (四角号码), 0 to 9999, or <see cref="UnknownFourCorner"/>.
    /// </summary>
    public static ushort FourCorner(char han)
    {
        var index = (uint)(han - CharacterTables.FirstHan);
        return index < CharacterTables.HanCount ? CharacterTables.FourCorner[index] : UnknownFourCorner;
    }

    /// <summary>Number of strokes; zero where unknown.</summary>
    public static byte Strokes(char han)
    {
        var index = (uint)(han - CharacterTables.FirstHan);
        return index < CharacterTables.HanCount ? CharacterTables.Strokes[index] : (byte)0;
    }
}
