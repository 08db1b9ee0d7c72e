using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

/// <summary>Tables made from rows of text, and two models of what goes wrong in them.</summary>
static class MadeTables
{
    static readonly string[] _syllables = ["ba", "do", "ki", "lu", "ma", "ne", "ri", "so", "ta", "ve", "wo", "zan", "mer", "tol", "fin", "gar"];

    /// <summary>A table of rows; the columns are called c0, c1 and so on.</summary>
    public static LinkTable Of(IReadOnlyList<string[]> rows)
    {
        var columns = new List<TextColumn>();
        for (var c = 0; c < rows[0].Length; c++)
        {
            var ids = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
            var values = new List<string> { "" };
            var codes = new int[rows.Count];
            for (var r = 0; r < codes.Length; r++)
            {
                if (!ids.TryGetValue(rows[r][c], out codes[r]))
                {
                    codes[r] = ids[rows[r][c]] = values.Count;
                    values.Add(rows[r][c]);
                }
            }

            columns.Add(new TextColumn("c" + c, values, codes));
        }

        return new LinkTable("made", rows.Count, columns);
    }

    /// <summary>Fields of all columns.</summary>
    public static LinkField[] Fields(params FieldType[] types) => [.. types.Select((type, c) => new LinkField("c" + c, type, c, c))];

    /// <summary>Given name, surname, birth date and town of a person.</summary>
    public static string[] Person(Random random) =>
    [
        Word(random, 2, 200), Word(random, 2, 1_500), new DateTime(1930, 1, 1).AddDays(random.Next(29_000)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Word(random, 3, 60),
    ];

    /// <summary>A person's row as somebody typed it: single letters, or, where <paramref name="coarse"/>, whole fields missing or another's.</summary>
    public static string[] Typed(Random random, string[] person, bool coarse)
    {
        var row = (string[])person.Clone();
        for (var c = 0; c < row.Length; c++)
        {
            var chance = random.NextDouble();
            row[c] = coarse
                ? chance < 0.12 ? "" : chance < 0.2 ? Person(random)[c] : row[c]
                : chance < 0.15 ? Slipped(random, row[c]) : chance < 0.2 ? "" : row[c];
        }

        return row;
    }

    static string Word(Random random, int syllables, int count)
    {
        // Squaring the draw makes the first words the commonest.
        var number = (int)(count * random.NextDouble() * random.NextDouble());
        return Worded(number, syllables);
    }

    /// <summary>The word of a number.</summary>
    public static string Worded(int number, int syllables)
    {
        var word = "";
        for (var i = 0; i < syllables + 1; i++)
        {
            word += _syllables[(number + 7 * i) % _syllables.Length];
            number /= _syllables.Length;
        }

        return word;
    }

    /// <summary>A text with one character another, perhaps the same.</summary>
    public static string Slipped(Random random, string text)
    {
        var at = random.Next(text.Length);
        var unit = char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : text[at] == '-' ? '-' : (char)('a' + random.Next(26));
        return text[..at] + unit + text[(at + 1)..];
    }
}
