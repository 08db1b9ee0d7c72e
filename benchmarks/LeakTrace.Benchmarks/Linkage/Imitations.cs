using System.Globalization;

namespace LeakTrace.Benchmarks.Linkage;

/// <summary>Made-up tables in the manner of well-known sets, with their size and kinds of error: what holds there should hold on the real ones.</summary>
static class Imitations
{
    /// <summary>Names and the parts of a birth date, 10,000 records of which a tenth repeat another with one error.</summary>
    public static LinkageSet OneError(int seed, string folder)
    {
        var t = new Typist(seed);
        var given = t.Words(150, 2);
        var family = t.Words(900, 2);
        var rows = new List<string[]>();
        for (var i = 0; i < 9_000; i++)
        {
            rows.Add([
                t.PickSkewed(given), t.Happens(0.03) ? t.PickSkewed(given) : "", t.PickSkewed(family, 15), t.Happens(0.01) ? t.PickSkewed(family) : "",
                (1920 + t.Below(85)).ToString(CultureInfo.InvariantCulture), (1 + t.Below(12)).ToString(CultureInfo.InvariantCulture),
                (1 + t.Below(28)).ToString(CultureInfo.InvariantCulture)]);
        }

        var people = Enumerable.Range(0, 9_000).ToList();
        for (var i = 0; i < 1_000; i++)
        {
            var original = t.Below(9_000);
            var copy = (string[])rows[original].Clone();
            var field = t.Pick([0, 2, 4, 5, 6]);
            copy[field] = field <= 2 ? t.Typo(copy[field]) : field == 4 ? (1920 + t.Below(85)).ToString(CultureInfo.InvariantCulture)
                : (1 + t.Below(field == 5 ? 12 : 28)).ToString(CultureInfo.InvariantCulture);
            rows.Add(copy);
            people.Add(original);
        }

        return One($"one error, seed {seed}", rows, people, ["fname_c1", "fname_c2", "lname_c1", "lname_c2", "by", "bm", "bd"], folder, t);
    }

    /// <summary>Payments that leave one bank and reach another, later and with fees, the memo cut or changed: 45,000 each, one to one.</summary>
    public static LinkageSet Payments(int seed, string folder, int count = 45_000)
    {
        var t = new Typist(seed);
        var given = t.Words(300, 2);
        var family = t.Words(3_000, 2);
        var purposes = t.Words(400, 2);
        var left = new List<string[]>();
        var right = new List<string[]>();
        var pairs = new HashSet<(string, string)>();
        for (var i = 0; i < count; i++)
        {
            var memo = $"{t.PickSkewed(given)} {(t.Happens(0.5) ? t.PickSkewed(family)[..1] : t.PickSkewed(family, 50))} {t.PickSkewed(purposes, 10)}";
            memo += t.Happens(0.3) ? " ref " + t.Below(1_000) : "";
            var amount = Math.Round(Math.Exp(2 + 1.6 * Normal(t)), 2);
            var day = new DateTime(2022, 1, 1).AddDays(t.Below(365));
            var (memoThere, amountThere) = (memo, amount);
            memoThere = t.Unit() switch
            {
                < 0.25 => memo[..Math.Min(memo.Length, 6 + t.Below(8))],
                < 0.45 => memo + " " + t.Pick(["bgc", "paym", "fp", "chaps", "csh"]),
                < 0.55 => t.Typo(memo),
                < 0.60 => t.PickSkewed(purposes, 10) + " " + t.Below(1_000),
                _ => memo,
            };
            amountThere = t.Unit() switch { < 0.5 => amount, < 0.8 => amount * (1 - 0.02 * t.Unit()), < 0.95 => amount * (0.9 + 0.2 * t.Unit()), _ => amount * (0.7 + 0.6 * t.Unit()) };
            var dayThere = day.AddDays(t.Unit() switch { < 0.4 => 0, < 0.7 => 1, < 0.9 => t.Below(5), _ => t.Below(28) });
            left.Add(["o" + i, memo, Iso(day), Money(amount)]);
            right.Add(["d" + i, memoThere, Iso(dayThere), Money(amountThere)]);
            pairs.Add(("o" + i, "d" + i));
        }

        return Two($"payments, seed {seed}", left, right, pairs, ["unique_id", "memo", "transaction_date", "amount"], folder, t);
    }

    /// <summary>Figures of history, up to twenty-one records each with name variants and much missing: 50,000 records.</summary>
    public static LinkageSet Figures(int seed, string folder, int records = 50_000)
    {
        var t = new Typist(seed);
        var given = t.Words(400, 2);
        var family = t.Words(3_000, 2);
        var towns = t.Words(600, 2);
        var trades = t.Words(120, 3);
        var rows = new List<string[]>();
        var people = new List<int>();
        for (var person = 0; rows.Count < records; person++)
        {
            string first = t.PickSkewed(given), middle = t.PickSkewed(given), last = t.PickSkewed(family, 40), seat = t.PickSkewed(towns, 20);
            var born = new DateTime(1550, 1, 1).AddDays(t.Below(130_000));
            born = t.Happens(0.2) ? new DateTime(born.Year, 1, 1) : born;
            string town = t.PickSkewed(towns, 20), trade = t.PickSkewed(trades, 4);
            var area = town[..2] + t.Below(30);
            for (var copies = 1 + t.Below(20); copies > 0; copies--)
            {
                var (f, l) = (t.Happens(0.08) ? middle : t.Happens(0.12) ? t.Typo(first) : first, t.Happens(0.12) ? t.Typo(last) : last);
                var full = t.Unit() switch { < 0.15 => $"{f} {middle} {l}", < 0.25 => $"{f} {l}, 1st baron {seat}", < 0.32 => $"{f} of {seat}", < 0.36 => $"baron {seat}", _ => $"{f} {l}" };
                var words = full.Split(' ');
                var dob = t.Unit() switch
                {
                    < 0.22 => "",
                    < 0.27 => Iso(new DateTime(born.Year, 1, 1)),
                    < 0.33 => t.Typo(Iso(born)),
                    < 0.36 => Iso(born.AddYears(t.Below(5) - 2)),
                    _ => Iso(born),
                };
                rows.Add([
                    full, words[0], words[^1], dob, t.Happens(0.25) ? "" : t.Happens(0.1) ? t.Typo(town) : town,
                    t.Happens(0.3) ? "" : area + " " + (t.Happens(0.6) ? "1aa" : t.Below(9) + t.Word(1)), t.Happens(0.35) ? "" : t.Happens(0.15) ? t.PickSkewed(trades, 4) : trade]);
                people.Add(person);
            }
        }

        return One($"figures, seed {seed}", rows, people, ["full_name", "first_name", "surname", "dob", "birth_place", "postcode_fake", "occupation"], folder, t);
    }

    static LinkageSet One(string name, List<string[]> rows, List<int> people, string[] columns, string folder, Typist t)
    {
        var order = Enumerable.Range(0, rows.Count).OrderBy(_ => t.Unit()).ToArray();
        var truth = new Dictionary<string, string>();
        var lines = new List<string[]> { (string[])["unique_id", .. columns] };
        for (var i = 0; i < order.Length; i++)
        {
            lines.Add(["r" + i, .. rows[order[i]]]);
            truth["r" + i] = people[order[i]].ToString(CultureInfo.InvariantCulture);
        }

        return LinkageSet.OfOne(name, Plain.Write(lines, Path.Combine(folder, name + ".csv")), truth);
    }

    internal static LinkageSet Two(
        string name, List<string[]> left, List<string[]> right, HashSet<(string, string)> pairs, string[] columns, string folder, Typist t)
    {
        var leftPath = Plain.Write([columns, .. left.OrderBy(_ => t.Unit())], Path.Combine(folder, name + " left.csv"));
        var rightPath = Plain.Write([columns, .. right.OrderBy(_ => t.Unit())], Path.Combine(folder, name + " right.csv"));
        return LinkageSet.OfTwo(name, leftPath, rightPath, pairs);
    }

    static double Normal(Typist t) => Math.Sqrt(-2 * Math.Log(1 - t.Unit())) * Math.Cos(2 * Math.PI * t.Unit());

    static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Money(double amount) => Math.Max(0.5, amount).ToString("F2", CultureInfo.InvariantCulture);
}
