using System.Runtime.CompilerServices;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Folds what writers and systems vary without meaning anything by it: full-width and compatibility forms (NFKC of
/// single characters),
/// traditional and variant ideographs, upper-case letters, accents on Latin letters, zero-width and control characters,
/// kinds of space.
/// </summary>
public static class CharacterFolding
{
    /// <summary>Folded form of one UTF-16 unit; zero where the unit goes; surrogates stay as they are.</summary>
    public static char Fold(char unit) => CharacterTables.Folded[unit];

    /// <summary>
    /// Folds a text: units as <see cref="Fold(char)"/>, no spaces at the ends, runs of spaces as one. Folding is
    /// idempotent.
    /// </summary>
    /// <param name="text">The text; never longer when folded.</param>
    /// <param name="destination">At least as long as the text, may be the same memory.</param>
    /// <returns>Number of units written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> destination)
    {
        var table = CharacterTables.Folded;
        var length = 0;
        var space = false;
        foreach (var unit in text)
        {
            var folded = table[unit];
            if (folded == ' ')
            {
                space = length > 0;
            }
            else if (folded != '\0')
            {
                if (space)
                {
                    destination[length++] = ' ';
                    space = false;
                }

                destination[length++] = folded;
            }
        }

        return length;
    }

    /// <summary>
    /// The cell without spaces, invisible characters and Excel's text markers (a leading apostrophe, <c>="…"</c>) at
    /// its ends.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> cell)
    {
        // Nearly every cell of an export starts and ends with a printing character.
        return cell.Length > 0 && IsPlain(cell[0]) && IsPlain(cell[^1]) ? cell : TrimAny(cell);
    }

    static ReadOnlySpan<char> TrimAny(ReadOnlySpan<char> cell)
    {
        var table = CharacterTables.Folded;
        while (cell.Length > 0 && table[cell[0]] is ' ' or '\0')
        {
            cell = cell[1..];
        }

        while (cell.Length > 0 && table[cell[^1]] is ' ' or '\0')
        {
            cell = cell[..^1];
        }

        if (cell.Length > 2 && cell[0] == '=' && cell[1] == '"' && cell[^1] == '"')
        {
            return Trim(cell[2..^1]);
        }

        return cell.Length > 1 && cell[0] == '\'' ? Trim(cell[1..]) : cell;
    }

    /// <summary>Whether a unit is a digit, a capital letter or an ideograph.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(char unit) => unit is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= '\u4E00' and <= '\u9FFF';
}
