namespace LeakTrace.Ingest.Columns;

/// <summary>Finds the header word that a mistyped header means.</summary>
static class HeaderTypos
{
    const int ShortestLatin = 5;
    const int ShortestHan = 3;

    // Words that are long enough to be told with an error in them, by their length.
    static readonly (string Word, Concept Concept)[][] _words = ByLength();

    /// <summary>Concept of the word one error away; none where there is no such word, or several that disagree.</summary>
    public static Concept Nearest(ReadOnlySpan<char> header)
    {
        var found = Concept.None;
        for (var length = Math.Max(0, header.Length - 1); length <= header.Length + 1 && length < _words.Length && header.Length > 0; length++)
        {
            foreach (var (word, concept) in _words[length])
            {
                // One error leaves the first or the last character of so long a word.
                if ((word[0] == header[0] || word[^1] == header[^1]) && IsOneErrorAway(word, header))
                {
                    if (found != Concept.None && found != concept)
                    {
                        return Concept.None;
                    }

                    found = concept;
                }
            }
        }

        return found;
    }

    static (string Word, Concept Concept)[][] ByLength()
    {
        var words = new List<(string, Concept)>[HeaderVocabulary.LongestWord + 1];
        for (var length = 0; length < words.Length; length++)
        {
            words[length] = [];
        }

        foreach (var (word, concept) in HeaderVocabulary.Words)
        {
            if (word.Length >= (char.IsAscii(word[0]) ? ShortestLatin : ShortestHan))
            {
                words[word.Length].Add((word, concept));
            }
        }

        return Array.ConvertAll(words, list => list.ToArray());
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
