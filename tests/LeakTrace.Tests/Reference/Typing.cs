namespace LeakTrace.Tests.Reference;

/// <summary>What happens to a text that is typed again: one slip, from a seeded generator.</summary>
static class Typing
{
    public static string Word(Random random, string alphabet, int shortest, int longest) =>
        string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => alphabet[random.Next(alphabet.Length)]));

    /// <summary>The text, or the text with one slip: another, a missing or an added character, two swapped, some masked.</summary>
    public static string Slip(Random random, string text, string alphabet)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = random.Next(text.Length), end = Math.Min(text.Length, at + random.Next(1, 9));
        var other = alphabet[random.Next(alphabet.Length)].ToString();
        return random.Next(7) switch
        {
            0 => text,
            1 => text.Remove(at, 1).Insert(at, other),
            2 => text.Remove(at, 1),
            3 => text.Insert(at, other),
            4 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            5 => text[..at] + new string('*', end - at) + text[end..],
            _ => text[at..],
        };
    }

    /// <summary>Two texts of which the second is the first with up to three slips, or one of its own.</summary>
    public static (string Left, string Right) Pair(Random random, string alphabet, int shortest, int longest)
    {
        var left = Word(random, alphabet, shortest, longest);
        if (random.Next(5) == 0)
        {
            return (left, Word(random, alphabet, shortest, longest));
        }

        var right = left;
        for (var slips = random.Next(4); slips > 0; slips--)
        {
            right = Slip(random, right, alphabet);
        }

        return random.Next(2) == 0 ? (left, right) : (right, left);
    }
}
