using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Linking.Rules;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

public sealed class CompletenessTests
{
    const int People = 3_000;
    const int Doubles = 1_500;

    public enum Errors
    {
        /// <summary>A letter wrong, or a field missing, in one field of five.</summary>
        Slips,

        /// <summary>Fields that are missing, or another person's.</summary>
        Coarse,

        /// <summary>Fields missing only, a third of them.</summary>
        Missing,

        /// <summary>Most records nearly right, a third of them full of errors.</summary>
        Mixed,

        /// <summary>Two letters wrong in a fifth of the fields, one in a third.</summary>
        Heavy,
    }

    [Theory]
    [InlineData(Errors.Slips, 0.01)]
    [InlineData(Errors.Coarse, 0.02)]
    [InlineData(Errors.Missing, 0.02)]
    [InlineData(Errors.Mixed, 0.01)]
    [InlineData(Errors.Heavy, 0.03)]
    public void Completeness_is_estimated_near_the_truth_and_its_range_holds_it(Errors errors, double near)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(1_000 * seed + (int)errors);
            var rows = Enumerable.Range(0, People).Select(_ => MadeTables.Person(random)).ToList();
            rows.AddRange(rows.Take(Doubles).ToList().Select(row => Typed(random, row, errors)));
            var table = MadeTables.Of(rows);
            var fields = MadeTables.Fields(FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place);
            var said = TableLinkage.Dedupe(table, fields, new LinkSettings(2)).Report.Completeness;
            var truth = FoundByBlocking(table, fields);
            Assert.True(Math.Abs(said.Estimate - truth) <= near, $"{errors}, seed {seed}: {said.Estimate:F4} said, {truth:F4} true");
            Assert.True(said.Low <= truth && truth <= said.High, $"{errors}, seed {seed}: {said.Low:F4} to {said.High:F4} said, {truth:F4} true");
            Assert.InRange(said.Estimate, said.Low, said.High);
        }
    }

    [Fact]
    public void Nothing_is_missed_where_all_pairs_are_compared()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(0, 400).Select(_ => MadeTables.Person(random)).ToList();
        var report = TableLinkage.Dedupe(MadeTables.Of(rows), MadeTables.Fields(FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place), new LinkSettings(2)).Report;
        Assert.Equal(new PairCompleteness(1, 1, 1), report.Completeness);
    }

    /// <summary>Share of the true pairs that are candidates, whatever their weight.</summary>
    static double FoundByBlocking(LinkTable table, LinkField[] fields)
    {
        var domains = FieldDomains.Make(table, table, fields, 2);
        var plan = RulePlan.Make(domains, table.Rows, table.Rows, true, new LinkSettings(2));
        var pairs = CandidateSearch.Run(plan, new PairComparison(domains), table.Rows, table.Rows, true, new LinkSettings(2), CancellationToken.None);
        var found = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            found += pairs.Right[i] == pairs.Left[i] + People ? 1 : 0;
        }

        return (double)found / Doubles;
    }

    static string[] Typed(Random random, string[] person, Errors errors)
    {
        var row = (string[])person.Clone();
        var isCareless = random.NextDouble() < 0.33;
        for (var c = 0; c < row.Length; c++)
        {
            var chance = random.NextDouble();
            row[c] = errors switch
            {
                Errors.Slips => Slipped(random, row[c], chance, 0.15, 0.2),
                Errors.Coarse => chance < 0.12 ? "" : chance < 0.2 ? MadeTables.Person(random)[c] : row[c],
                Errors.Missing => chance < 0.33 ? "" : row[c],
                Errors.Mixed => isCareless ? Slipped(random, row[c], chance, 0.33, 0.44) : Slipped(random, row[c], chance, 0.03, 0.04),
                _ => chance < 0.2 ? MadeTables.Slipped(random, MadeTables.Slipped(random, row[c])) : Slipped(random, row[c], chance, 0.53, 0.6),
            };
        }

        return row;
    }

    static string Slipped(Random random, string text, double chance, double slipped, double missing) =>
        chance < slipped ? MadeTables.Slipped(random, text) : chance < missing ? "" : text;
}
