using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

public sealed class EstimationTests
{
    static readonly LinkSettings _settings = new(2);

    [Fact]
    public void Estimation_recovers_m_u_and_the_prior_of_independent_fields()
    {
        const int Left = 700, Right = 900, Matches = 500;
        double[] equal = [0.95, 0.85, 0.75, 0.9];
        int[] values = [40, 100, 300, 12];
        var random = new Random(11);
        var left = Enumerable.Range(0, Left).Select(_ => values.Select(count => Code(random.Next(count))).ToArray()).ToArray();
        var right = Enumerable.Range(0, Right).Select(_ => values.Select(count => Code(random.Next(count))).ToArray()).ToArray();
        for (var i = 0; i < Matches; i++)
        {
            for (var f = 0; f < equal.Length; f++)
            {
                right[i][f] = random.NextDouble() < equal[f] ? left[i][f] : right[i][f];
            }
        }

        var result = TableLinkage.Link(
            MadeTables.Of(left), MadeTables.Of(right), MadeTables.Fields(FieldType.Code, FieldType.Code, FieldType.Code, FieldType.Code), _settings);
        Assert.True(result.Report.Settled);
        Assert.InRange(result.Report.ExpectedMatches, 0.9 * Matches, 1.1 * Matches);
        for (var f = 0; f < equal.Length; f++)
        {
            var same = result.Report.Weights.Where(weight => weight.Field == "c" + f && weight.Level.StartsWith("same-", StringComparison.Ordinal)).ToList();
            var chance = 1.0 / values[f];
            Assert.InRange(same.Sum(weight => weight.M), equal[f] + (1 - equal[f]) * chance - 0.06, equal[f] + (1 - equal[f]) * chance + 0.06);
            Assert.InRange(same.Sum(weight => weight.U), 0.8 * chance, 1.2 * chance);
        }
    }

    [Fact]
    public void Probabilities_are_calibrated_under_two_models_of_error()
    {
        var pairs = new List<(double Probability, bool IsTrue)>();
        foreach (var coarse in new[] { false, true })
        {
            for (var seed = 0; seed < 4; seed++)
            {
                pairs.AddRange(Linked(seed, coarse));
            }
        }

        var bins = pairs.GroupBy(pair => Math.Min(9, (int)(pair.Probability * 10))).Where(bin => bin.Count() >= 500).ToList();
        Assert.NotEmpty(bins);
        foreach (var bin in bins)
        {
            var said = bin.Average(pair => pair.Probability);
            var real = bin.Average(pair => pair.IsTrue ? 1.0 : 0);
            Assert.True(Math.Abs(said - real) <= 0.05, $"{bin.Count()} pairs of mean probability {said:F3}, of which {real:F3} are true");
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 1_500).Select(_ => MadeTables.Person(random)).ToList();
        rows.AddRange(rows.Take(400).ToList().Select(row => MadeTables.Typed(random, row, false)));
        var table = MadeTables.Of(rows);
        var fields = MadeTables.Fields(FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place);
        var one = TableLinkage.Dedupe(table, fields, new LinkSettings(1));
        var four = TableLinkage.Dedupe(table, fields, new LinkSettings(4));
        Assert.Equal(one.Clusters, four.Clusters);
        Assert.Equal(one.JoinedBy, four.JoinedBy);
        Assert.Equal(one.Pairs, four.Pairs);
    }

    static IEnumerable<(double Probability, bool IsTrue)> Linked(int seed, bool coarse)
    {
        const int People = 800;
        var random = new Random(100 + seed);
        var people = Enumerable.Range(0, People).Select(_ => MadeTables.Person(random)).ToList();
        var left = people.Take(600).Select(person => MadeTables.Typed(random, person, coarse)).ToList();
        var right = people.Skip(200).Select(person => MadeTables.Typed(random, person, coarse)).ToList();
        var result = TableLinkage.Link(
            MadeTables.Of(left), MadeTables.Of(right), MadeTables.Fields(FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place), _settings);
        return result.Pairs.Select(pair => (pair.Probability, pair.Left == pair.Right + 200));
    }

    static string Code(int number) => "k" + (number * 7919 + 100_003).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
