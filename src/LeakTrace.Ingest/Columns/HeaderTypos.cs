namespace LeakTrace.Ingest.Columns;

/// <summary>Finds the header word that a mistyped header means.</summary>
static class HeaderTypos
{
    const int ShortestLatin = 5;
    const int ShortestHan = 3;

    /// <summary>Concept of the word one error away; none where there is no such word, or several that disagree.</summary>
    public static Concept Nearest(string header)
    {
        var found = Concept.None;
        foreach (var (word, concept) in HeaderVocabulary.Words)
        {
            var shortest = char.IsAscii(word[0]) ? ShortestLatin : ShortestHan;
            if (word.Length >= shortest && Math.Abs(word.Length - header.Length) <= 1 && IsOneErrorAway(word, header))
            {
                if (found != Concept.None && found != concept)
                {
                    return Concept.None;
                }

                found = concept;
            }
        }

        return found;
    }

    // One character put in, left out or replaced, or two neighbours swapped.
    static bool IsOneErrorAway(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        return (left.Length, right.Length) is (1, 1) or (0, 1) or (1, 0)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
