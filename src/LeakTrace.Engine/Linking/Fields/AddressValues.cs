namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Addresses by their parts: the numbers in them tell neighbours apart, the words their street.</summary>
sealed class AddressValues : IFieldValues
{
    const double Some = 0.3;
    const double Half = 0.45;
    const double Most = 0.7;

    static readonly string[] _levels =
    [
        "different", "street-alike", "street", "words-some", "words-most", "same-numbers", "numbers-and-some", "numbers-and-most", "numbers-and-words",
    ];

    const string ShortForms = """
        street st|str st|avenue ave|av ave|boulevard blvd|blv blvd|bl blvd|road rd|drive dr|lane ln|court ct
        crescent cr|cres cr|circuit cct|highway hwy|parkway pkwy|square sq|terrace tce|terr tce|close cl|north n
        south s|east e|west w|suite ste|apartment apt|unit apt|floor fl|building bldg|saint st|mount mt|fort ft|first 1
        second 2|third 3|fourth 4|fifth 5|sixth 6|seventh 7|eighth 8|ninth 9
        """;

    static readonly Dictionary<string, string> _short = ReadShortForms();

    readonly WordLikeness _words;
    readonly int[][] _numbers;

    /// <summary>Prepares the values.</summary>
    public AddressValues(Tokens tokens)
    {
        _words = new WordLikeness(tokens);
        _numbers = new int[tokens.Length][];
        var numbers = new List<int>();
        for (var i = 0; i < _numbers.Length; i++)
        {
            numbers.Clear();
            foreach (var token in tokens[i])
            {
                if (char.IsAsciiDigit(tokens.TextOf(token)[0]))
                {
                    numbers.Add(token);
                }
            }

            _numbers[i] = [.. numbers];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>The address with words that are often abbreviated in their short form.</summary>
    public static string Shorten(string address)
    {
        var words = address.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _short.GetValueOrDefault(words[i], words[i]);
        }

        return string.Join(' ', words);
    }

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Between(lefts[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        int[] numbers = _numbers[left], others = _numbers[right];
        var (share, bits) = _words.Between(left, right);
        if (numbers.Length == 0 || others.Length == 0)
        {
            return share >= Most ? 5 : share >= Some ? 4 : 1;
        }

        // The first number, that of the house, decides; of the others, most.
        var common = 0;
        foreach (var number in numbers)
        {
            common += Tokens.Has(others, number) ? 1 : 0;
        }

        if (common == 0 || 2 * common < Math.Min(numbers.Length, others.Length))
        {
            return share >= Most ? 3 : share >= Some ? 2 : 1;
        }

        var words = WordsOnly(left, right, share, bits);
        return words >= Most ? 9 : words >= Half ? 8 : words > 0 ? 7 : 6;
    }

    /// <summary>Share of the words that are not numbers.</summary>
    double WordsOnly(int left, int right, double share, double bits)
    {
        double shared = bits, total = share > 0 ? 2 * bits / share : 1;
        foreach (var number in _numbers[left])
        {
            var weight = _words.BitsOf(number);
            total -= weight;
            if (Tokens.Has(_numbers[right], number))
            {
                shared -= weight;
            }
        }

        foreach (var number in _numbers[right])
        {
            total -= _words.BitsOf(number);
        }

        return total <= 0.01 ? 1 : Math.Max(0, 2 * shared / total);
    }

    static Dictionary<string, string> ReadShortForms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in ShortForms.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = form.IndexOf(' ', StringComparison.Ordinal);
            forms[form[..space]] = form[(space + 1)..];
        }

        return forms;
    }
}
