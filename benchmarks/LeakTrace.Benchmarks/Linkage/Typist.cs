namespace LeakTrace.Benchmarks.Linkage;

/// <summary>Chance with a seed, and the errors of somebody who types.</summary>
sealed class Typist(int seed)
{
    readonly Random _random = new(seed);

    public bool Happens(double share) => _random.NextDouble() < share;

    public double Unit() => _random.NextDouble();

    public int Below(int limit) => _random.Next(limit);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A choice whose first are commoner: rank r is drawn as often as 1 / (r + head).</summary>
    public T PickSkewed<T>(IReadOnlyList<T> choices, double head = 5) =>
        choices[(int)(head * (Math.Pow(1 + choices.Count / head, _random.NextDouble()) - 1))];

    /// <summary>One substitution, insertion, deletion or swap of neighbours, in letters or digits as the text has there.</summary>
    public string Typo(string text)
    {
        if (text.Length < 2)
        {
            return text + "a";
        }

        var at = _random.Next(text.Length - 1);
        var unit = char.IsAsciiDigit(text[at]) ? (char)('0' + _random.Next(10)) : (char)('a' + _random.Next(26));
        return _random.Next(4) switch
        {
            0 => text[..at] + unit + text[(at + 1)..],
            1 => text[..at] + unit + text[at..],
            2 => text.Remove(at, 1),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    /// <summary>A made-up word of syllables.</summary>
    public string Word(int syllables)
    {
        var word = "";
        for (var i = 0; i < syllables; i++)
        {
            word += "bcdfghklmnprstvw"[_random.Next(16)];
            word += "aeiou"[_random.Next(5)];
            word += _random.Next(3) == 0 ? "nrsltm"[_random.Next(6)].ToString() : "";
        }

        return word;
    }

    /// <summary>Different made-up words.</summary>
    public List<string> Words(int count, int syllables)
    {
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            words.Add(Word(syllables + _random.Next(2)));
        }

        return [.. words];
    }
}
