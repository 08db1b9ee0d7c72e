using System.Buffers;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Columns;

/// <summary>A header read word by word.</summary>
/// <param name="Concepts">What its words speak of.</param>
/// <param name="Coverage">Share of its characters that are known words, 0 to 1.</param>
/// <param name="Text">Folded text without spaces and punctuation.</param>
readonly record struct HeaderWords(Concept Concepts, double Coverage, string Text)
{
    const int LongestHeader = 48;

    static readonly SearchValues<char> _brackets = SearchValues.Create("([（【［");

    // Latin words this short must stand alone: "no" is in "notes", "id" in "paid".
    const int ShortLatin = 4;

    /// <summary>Whether a header of a table could read so.</summary>
    public bool IsKnown => (Concepts & ~(Concept.Filler | Concept.Number)) != 0 ? Coverage >= 0.5 : Coverage >= 1 && (Concepts & Concept.Number) != 0;

    /// <summary>Reads a header: longest words first from left to right, then words with one typing error; of what stands in brackets, whom it names.</summary>
    public static HeaderWords Read(ReadOnlySpan<char> header)
    {
        var words = ReadPlain(header);
        var bracket = header.IndexOfAny(_brackets);
        if (bracket <= 0 || words.Concepts == Concept.None)
        {
            return words;
        }

        // 出生日期（宝宝）, 电话(收件人): a unit or a remark says nothing, a person does.
        return words with { Concepts = words.Concepts | (ReadPlain(header[(bracket + 1)..]).Concepts & HeaderGroups.Subjects) };
    }

    static HeaderWords ReadPlain(ReadOnlySpan<char> header)
    {
        if (header.Length is 0 or > LongestHeader * 2)
        {
            return new HeaderWords(Concept.None, 0, "");
        }

        Span<char> text = stackalloc char[LongestHeader * 2];
        Span<bool> starts = stackalloc bool[LongestHeader * 2 + 1];
        var length = Squash(header, text, starts);
        if (length is 0 or > LongestHeader)
        {
            return header.Trim() is "#" ? new HeaderWords(Concept.Sequence, 1, "#") : new HeaderWords(Concept.None, 0, "");
        }

        var concepts = Concept.None;
        var covered = 0;
        var filled = 0;
        var lookup = HeaderVocabulary.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < length;)
        {
            var taken = 0;
            for (var size = Math.Min(HeaderVocabulary.LongestWord, length - at); size > 0 && taken == 0; size--)
            {
                var word = text.Slice(at, size);
                if (lookup.TryGetValue(word, out var concept) && StandsAlone(word, at, starts))
                {
                    taken = size;
                    concepts |= concept;
                    filled += concept == Concept.Filler ? size : 0;
                }
            }

            covered += taken;
            at += Math.Max(taken, 1);
        }

        var squashed = text[..length].ToString();
        if (covered - filled == 0 || covered * 2 < length)
        {
            var near = HeaderTypos.Nearest(text[..length]);
            if (near != Concept.None)
            {
                return new HeaderWords(concepts | near, 0.7, squashed);
            }
        }

        // 其他 alone heads what does not fit elsewhere.
        return squashed is "其他" or "其它" or "other" or "others"
            ? new HeaderWords(Concept.Note, 1, squashed)
            : new HeaderWords(concepts, (double)covered / length, squashed);
    }

    static bool StandsAlone(ReadOnlySpan<char> word, int at, ReadOnlySpan<bool> starts)
    {
        if (!char.IsAscii(word[0]) || char.IsAsciiDigit(word[0]))
        {
            return true;
        }

        // A longer Latin word may have an ending: phones, hospitals.
        return starts[at] && (word.Length > ShortLatin || starts[at + word.Length]);
    }

    // Keeps letters and digits, folded; marks where a word may begin: after what was left out, between letters and Han, at camelCase.
    static int Squash(ReadOnlySpan<char> header, Span<char> text, Span<bool> starts)
    {
        var length = 0;
        var fresh = true;
        var before = '\0';
        foreach (var c in header)
        {
            var folded = CharacterFolding.Fold(c);
            if (!char.IsLetterOrDigit(folded))
            {
                // What stands in brackets after a header is a unit or a remark: 体重(g), 联系电话（必填）.
                if (folded is '(' or '[' or '【' && length > 0)
                {
                    break;
                }

                fresh = true;
                continue;
            }

            starts[length] = fresh || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before))
                || char.IsAsciiLetter(folded) != char.IsAsciiLetter(length > 0 ? text[length - 1] : folded);
            text[length++] = folded;
            fresh = false;
            before = c;
        }

        starts[length] = true;
        return length;
    }
}
