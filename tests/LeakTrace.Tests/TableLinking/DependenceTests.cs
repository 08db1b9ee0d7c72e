using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Reports;
using LeakTrace.Reports.Linking;

namespace LeakTrace.Tests.TableLinking;

public sealed class DependenceTests
{
    static readonly LinkSettings _settings = new(2);
    static readonly LinkSettings _independent = new(2) { TakesFieldsAsIndependent = true };

    static readonly FieldType[] _redundant =
        [FieldType.Name, FieldType.Place, FieldType.Name, FieldType.Place, FieldType.Code, FieldType.Place, FieldType.Number];

    static readonly FieldType[] _moved = [FieldType.Name, FieldType.Name, FieldType.Number, FieldType.Place, FieldType.Code, FieldType.Place];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fields_that_repeat_each_other_count_once_and_probabilities_are_calibrated(bool coarse)
    {
        var pairs = new List<(double Probability, bool IsTrue)>();
        var asIndependent = new List<(double Probability, bool IsTrue)>();
        double truth = 0;
        for (var seed = 40; seed < 44; seed++)
        {
            var (rows, people) = DependentTables.Redundant(seed, coarse, 600);
            truth += people.Count - people.Distinct().Count();
            pairs.AddRange(Found(rows, people, _redundant, _settings));
            asIndependent.AddRange(seed < 42 ? Found(rows, people, _redundant, _independent) : []);
        }

        AssertCalibrated(pairs);
        Assert.InRange(F1(pairs, truth), 0.96, 1);

        // What it is for: taken for independent, town, postcode and state together make one of strangers.
        Assert.InRange(F1(asIndependent, truth / 2), 0, 0.6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Estimation_recovers_how_much_fields_repeat_each_other(bool coarse)
    {
        for (var seed = 50; seed < 53; seed++)
        {
            var (rows, people) = DependentTables.Redundant(seed, coarse, 700);
            var dependent = TableLinkage.Dedupe(MadeTables.Of(rows), MadeTables.Fields(_redundant), _settings).Report.Dependent;
            Assert.Equal(["c0 c1", "c3 c4", "c3 c5"], dependent.Select(pair => $"{pair.First} {pair.Second}").Order(StringComparer.Ordinal));
            foreach (var pair in dependent)
            {
                var real = TimesOfStrangers(rows, people, pair.First[1] - '0', pair.Second[1] - '0');
                Assert.InRange(pair.Times, 0.75 * real, 1.15 * real);
            }
        }
    }

    [Theory]
    [InlineData(false, 0.0)]
    [InlineData(true, 0.0)]
    [InlineData(false, 0.25)]
    [InlineData(true, 0.25)]
    public void Independent_fields_stay_independent_and_errors_that_come_together_are_not_taken_for_repetition(bool coarse, double moved)
    {
        var pairs = new List<(double Probability, bool IsTrue)>();
        for (var seed = 60; seed < 62; seed++)
        {
            var (rows, people) = DependentTables.Moved(seed, coarse, 600, moved);
            var (table, fields) = (MadeTables.Of(rows), MadeTables.Fields(_moved));
            var result = TableLinkage.Dedupe(table, fields, _settings);
            Assert.Empty(result.Report.Dependent);
            Assert.Equal(TableLinkage.Dedupe(table, fields, _independent).Clusters, result.Clusters);
            pairs.AddRange(result.Pairs.Select(pair => (pair.Probability, people[pair.Left] == people[pair.Right])));
        }

        AssertCalibrated(pairs);
    }

    [Fact]
    public void A_dependence_is_a_term_of_its_own_and_the_terms_add_up()
    {
        var (rows, _) = DependentTables.Redundant(70, true, 500);
        var result = TableLinkage.Dedupe(MadeTables.Of(rows), MadeTables.Fields(_redundant), _settings);
        var terms = 0;
        foreach (var pair in result.Pairs)
        {
            var explanation = result.Explain(pair.Left, pair.Right);
            Assert.Equal(pair.WeightBits, explanation.Terms.Sum(term => term.Bits), 6);
            terms += explanation.Terms.Count(term => term.Kind == PairTermKind.Dependence);
        }

        Assert.True(terms > result.Pairs.Count);
        var equal = result.Explain(0, 0).Terms.First(term => term.Kind == PairTermKind.Dependence && term.Level == "c4");
        Assert.InRange(equal.Bits, -10, -3);
        Assert.Equal("given that c3 and c4 repeat each other", LinkPage.NameOf(equal, ReportLanguage.English));
        Assert.Equal("考虑到 c3 与 c4 内容重复", LinkPage.NameOf(equal, ReportLanguage.Chinese));
        var page = LinkPage.Text(result, [], "a", record => "r" + record, record => "r" + record, ReportLanguage.English);
        Assert.Contains("c3 and c4 repeat each other: strangers agree in both", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_found_does_not_depend_on_the_number_of_threads()
    {
        var (rows, _) = DependentTables.Redundant(71, false, 500);
        var (table, fields) = (MadeTables.Of(rows), MadeTables.Fields(_redundant));
        LinkResult one = TableLinkage.Dedupe(table, fields, new LinkSettings(1)), four = TableLinkage.Dedupe(table, fields, new LinkSettings(4));
        Assert.Equal(one.Pairs, four.Pairs);
        Assert.Equal(one.Report.Dependent, four.Report.Dependent);
    }

    static IEnumerable<(double Probability, bool IsTrue)> Found(List<string[]> rows, List<int> people, FieldType[] types, LinkSettings settings) =>
        TableLinkage.Dedupe(MadeTables.Of(rows), MadeTables.Fields(types), settings).Pairs
            .Select(pair => (pair.Probability, people[pair.Left] == people[pair.Right]));

    static double F1(List<(double Probability, bool IsTrue)> pairs, double truth)
    {
        var found = pairs.Where(pair => pair.Probability >= 0.5).ToList();
        return 2 * found.Count(pair => pair.IsTrue) / (found.Count + truth);
    }

    static void AssertCalibrated(List<(double Probability, bool IsTrue)> pairs)
    {
        var bins = pairs.GroupBy(pair => Math.Min(9, (int)(pair.Probability * 10))).Where(bin => bin.Count() >= 500).ToList();
        Assert.NotEmpty(bins);
        foreach (var bin in bins)
        {
            var (said, real) = (bin.Average(pair => pair.Probability), bin.Average(pair => pair.IsTrue ? 1.0 : 0));
            Assert.True(Math.Abs(said - real) <= 0.05, $"{bin.Count()} pairs of mean probability {said:F3}, of which {real:F3} are true");
        }
    }

    /// <summary>How many times as often as by chance different people are equal in two columns.</summary>
    static double TimesOfStrangers(List<string[]> rows, List<int> people, int first, int second)
    {
        double all = 0, ofFirst = 0, ofSecond = 0, both = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (people[i] == people[j] || rows[i][first] == "" || rows[j][first] == "" || rows[i][second] == "" || rows[j][second] == "")
                {
                    continue;
                }

                bool isFirst = rows[i][first] == rows[j][first], isSecond = rows[i][second] == rows[j][second];
                all++;
                ofFirst += isFirst ? 1 : 0;
                ofSecond += isSecond ? 1 : 0;
                both += isFirst && isSecond ? 1 : 0;
            }
        }

        return both * all / (ofFirst * ofSecond);
    }
}
