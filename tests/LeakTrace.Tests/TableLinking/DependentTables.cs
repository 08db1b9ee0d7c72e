using System.Globalization;

namespace LeakTrace.Tests.TableLinking;

/// <summary>Tables whose fields depend on each other in a known way: among strangers, or in what goes wrong between records of one person.</summary>
static class DependentTables
{
    /// <summary>Records of people, each in one or two, and the person of each; a town says its state and, but for two, its postcode, a given name the sex.</summary>
    public static (List<string[]> Rows, List<int> People) Redundant(int seed, bool coarse, int people)
    {
        var random = new Random(seed);
        string[] Person()
        {
            int town = (int)(120 * random.NextDouble() * random.NextDouble()), given = (int)(150 * random.NextDouble() * random.NextDouble());
            return
            [
                MadeTables.Worded(given, 2), given % 2 == 0 ? "female" : "male", MadeTables.Worded((int)(900 * random.NextDouble() * random.NextDouble()), 2),
                MadeTables.Worded(town, 3), Postcode(2 * town + random.Next(2)), "state" + (town % 8).ToString(CultureInfo.InvariantCulture),
                (1930 + random.Next(70)).ToString(CultureInfo.InvariantCulture),
            ];
        }

        return Made(random, people, Person, row => Typed(random, row, Person, coarse, 0.15));
    }

    /// <summary>
    /// Records of people, each in one or two, and the person of each. Fields say nothing of each other; of two records of a person, town and street
    /// are both another one's with a probability, and every field may be wrong by itself.
    /// </summary>
    public static (List<string[]> Rows, List<int> People) Moved(int seed, bool coarse, int people, double moved)
    {
        var random = new Random(seed);
        string[] Person() =>
        [
            MadeTables.Worded((int)(150 * random.NextDouble() * random.NextDouble()), 2), MadeTables.Worded((int)(600 * random.NextDouble() * random.NextDouble()), 2),
            (1930 + random.Next(70)).ToString(CultureInfo.InvariantCulture), MadeTables.Worded(random.Next(150), 3), Postcode(random.Next(400)),
            MadeTables.Worded(random.Next(60), 3),
        ];
        return Made(random, people, Person, row =>
        {
            var typed = (string[])row.Clone();
            if (random.NextDouble() < moved)
            {
                var other = Person();
                (typed[3], typed[4]) = (other[3], other[4]);
            }

            return Typed(random, typed, Person, coarse, 0.1);
        });
    }

    /// <summary>Every field by itself may be wrong: a letter, or, where <paramref name="coarse"/>, missing or another one's.</summary>
    static string[] Typed(Random random, string[] row, Func<string[]> person, bool coarse, double rate)
    {
        var typed = (string[])row.Clone();
        for (var c = 0; c < typed.Length; c++)
        {
            var chance = random.NextDouble() / rate;
            typed[c] = chance >= 1 ? typed[c] : !coarse ? MadeTables.Slipped(random, typed[c]) : chance < 0.5 ? "" : person()[c];
        }

        return typed;
    }

    static (List<string[]> Rows, List<int> People) Made(Random random, int people, Func<string[]> person, Func<string[], string[]> typed)
    {
        var rows = new List<string[]>();
        var of = new List<int>();
        for (var i = 0; i < people; i++)
        {
            var original = person();
            for (var copies = random.NextDouble() < 0.5 ? 2 : 1; copies > 0; copies--)
            {
                rows.Add(copies == 1 ? original : typed(original));
                of.Add(i);
            }
        }

        return (rows, of);
    }

    static string Postcode(int number) => (10_000 + number * 7_919 % 90_000).ToString(CultureInfo.InvariantCulture);
}
