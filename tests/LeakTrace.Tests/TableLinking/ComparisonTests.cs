using System.Globalization;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

/// <summary>What is quick is held to what is plain.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Many_pairs_at_once_have_the_levels_that_each_has_alone()
    {
        var random = new Random(8);
        var rows = Enumerable.Range(0, 900).Select(_ => With(MadeTables.Person(random), random)).ToList();
        rows.AddRange(rows.Take(300).ToList().Select(row => MadeTables.Typed(random, row, false)));
        var fields = MadeTables.Fields(
            FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place, FieldType.Code, FieldType.Address, FieldType.Number, FieldType.Text, FieldType.Name);
        var table = MadeTables.Of(rows);
        var domains = FieldDomains.Make(table, table, fields, 1);
        var comparison = new PairComparison(domains);
        int[] lefts = [.. Enumerable.Range(0, 40_000).Select(i => i % 7 == 0 ? i % 300 : random.Next(1_200))];
        int[] rights = [.. lefts.Select((left, i) => i % 7 == 0 ? left + 900 : random.Next(1_200))];
        var patterns = new ulong[lefts.Length];
        comparison.Between(lefts, rights, patterns);
        for (var i = 0; i < patterns.Length; i++)
        {
            Assert.Equal(comparison.Between(lefts[i], rights[i]), patterns[i]);
        }

        Assert.True(patterns.Distinct().Count() > 200);
    }

    [Fact]
    public void Dates_as_bytes_compare_as_dates_in_letters_do()
    {
        var random = new Random(9);
        var dates = Enumerable.Range(0, 400).Select(_ => new DateTime(1950, 1, 1).AddDays(random.Next(9_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture)).ToList();
        dates.AddRange(dates.Take(200).ToList().Select(date => Mistyped(random, date)));
        string[] texts = ["", .. dates.Distinct()];
        var births = new BirthValues(texts);
        var events = new EventValues(texts, isDirected: false);
        for (var i = 1; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++)
            {
                var edits = EditDistance.Between(texts[i], texts[j], 2);
                var level = births.Levels[births.Between(i, j) - 1];
                var places = texts[i].Zip(texts[j]).Count(pair => pair.First != pair.Second);
                Assert.Equal(places == 1, level == "one-digit");
                Assert.True(edits > 1 || level is "one-digit" or "swapped", $"{texts[i]} {texts[j]} {level}");
                Assert.True(level != "two-digits" || edits <= 2, $"{texts[i]} {texts[j]} {level}");
                Assert.True(level != "different" || edits > 2, $"{texts[i]} {texts[j]} {level}");
                Assert.Equal(births.Between(i, j), births.Between(j, i));
                var isNear = events.Levels[events.Between(i, j) - 1] is not ("different" or "mistyped");
                Assert.Equal(edits <= 1 && !isNear, events.Levels[events.Between(i, j) - 1] == "mistyped");
            }
        }
    }

    [Fact]
    public void Bags_never_ask_for_more_edits_than_there_are()
    {
        var random = new Random(10);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => "0011223x@é"[random.Next(10)])]);
            var other = random.Next(4) == 0 ? new string([.. text.Reverse()]) : text.Length > 0 ? MadeTables.Slipped(random, MadeTables.Slipped(random, text)) : "7";
            var edits = EditDistance.Between(text, other, 2);
            Assert.True(CharacterBag.FewestEdits(CharacterBag.CountsOf(text), CharacterBag.CountsOf(other)) <= edits || edits > 2, $"{text} {other}");
        }
    }

    [Fact]
    public void Distinct_texts_have_the_numbers_of_a_dictionary()
    {
        var random = new Random(11);
        var texts = new DistinctTexts();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        for (var i = 0; i < 50_000; i++)
        {
            var text = random.Next(9_000).ToString(CultureInfo.InvariantCulture)[(random.Next(2))..];
            numbers.TryAdd(text, numbers.Count);
            Assert.Equal(numbers[text], random.Next(2) == 0 ? texts.NumberOf(text) : texts.NumberOf(text.AsSpan()));
        }

        Assert.Equal(numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key), texts.Texts);
        Assert.Equal(-1, texts.Find("none"));
    }

    static string[] With(string[] person, Random random) =>
    [
        .. person,
        random.NextInt64(13_000_000_000, 13_999_999_999).ToString(CultureInfo.InvariantCulture),
        $"{random.Next(200)} {person[3]} street, flat {random.Next(9)}",
        random.Next(500).ToString(CultureInfo.InvariantCulture),
        $"{person[1]} of {person[3]} and {person[0]} {person[1]}",
        person[random.Next(2)],
    ];

    static string Mistyped(Random random, string date)
    {
        var at = random.Next(7);
        return random.Next(2) == 0 ? MadeTables.Slipped(random, date) : date[..at] + date[at + 1] + date[at] + date[(at + 2)..];
    }
}
