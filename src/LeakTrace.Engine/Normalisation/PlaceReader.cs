namespace LeakTrace.Engine.Normalisation;

/// <summary>Folds names of institutions and places, so that spellings of one name become equal.</summary>
public static class PlaceReader
{
    /// <summary>Folds a name: characters as <see cref="CharacterFolding"/>, letters and digits only.</summary>
    /// <param name="cell">Any text.</param>
    /// <param name="destination">At least as long as the cell.</param>
    /// <returns>Number of units written.</returns>
    public static int Fold(ReadOnlySpan<char> cell, Span<char> destination)
    {
        var length = 0;
        foreach (var unit in cell)
        {
            var folded = CharacterFolding.Fold(unit);
            if (char.IsLetterOrDigit(folded) || char.IsSurrogate(folded))
            {
                destination[length++] = folded;
            }
        }

        return length;
    }
}
