using System.Buffers;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>How a name or phone was typed, which the normal form forgets: a copy shows by it what it was copied from.</summary>
static class RawWriting
{
    static readonly SearchValues<char> _spaces = SearchValues.Create(" \t\u00A0\u3000");

    // Full-width signs, and what stands between the digits of a phone or around it.
    static readonly SearchValues<char> _signs = SearchValues.Create([.. "-.()+/'", .. Enumerate('\uFF01', '\uFF5E')]);

    /// <summary>What is odd about the writing of a cell.</summary>
    /// <param name="raw">The cell as it stands.</param>
    /// <param name="trimmed">The same without what <see cref="CharacterFolding.Trim"/> takes off.</param>
    public static RowTraits Of(ReadOnlySpan<char> raw, ReadOnlySpan<char> trimmed)
    {
        if (raw.Length == trimmed.Length && IsPlain(trimmed))
        {
            return RowTraits.None;
        }

        var isSpaced = raw.Length != trimmed.Length && (_spaces.Contains(raw[0]) || _spaces.Contains(raw[^1])) || trimmed.ContainsAny(_spaces);
        return (isSpaced ? RowTraits.Spaced : RowTraits.None) | (trimmed.ContainsAny(_signs) ? RowTraits.Punctuated : RowTraits.None);
    }

    /// <summary>Whether no unit of it can be odd, as of nearly every name and phone.</summary>
    static bool IsPlain(ReadOnlySpan<char> cell)
    {
        foreach (var unit in cell)
        {
            if (!CharacterFolding.IsPlain(unit))
            {
                return false;
            }
        }

        return true;
    }

    static char[] Enumerate(char first, char last)
    {
        var units = new char[last - first + 1];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = (char)(first + i);
        }

        return units;
    }
}
