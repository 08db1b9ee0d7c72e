using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Records;
using LeakTrace.Reports;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Linking;

namespace LeakTrace.Tests.TableLinking;

public sealed class PairExplanationTests
{
    static readonly Lazy<(LinkResult Result, string[][] Left)> _linked = new(Link);

    static (LinkResult Result, string[][] Left) Link()
    {
        var random = new Random(5);
        var people = Enumerable.Range(0, 400).Select(_ => MadeTables.Person(random)).ToArray();
        string[][] left = [.. people], right = [.. people.Select(person => MadeTables.Typed(random, person, coarse: false))];
        var fields = MadeTables.Fields(FieldType.Name, FieldType.Name, FieldType.Date, FieldType.Place);
        return (TableLinkage.Link(MadeTables.Of(left), MadeTables.Of(right), fields, new LinkSettings(2)), left);
    }

    [Fact]
    public void The_terms_of_a_pair_add_up_to_the_weight_that_the_table_has()
    {
        var result = _linked.Value.Result;
        Assert.NotEmpty(result.Pairs);
        foreach (var pair in result.Pairs)
        {
            var explanation = result.Explain(pair.Left, pair.Right);
            Assert.Equal(pair.WeightBits, explanation.Terms.Sum(term => term.Bits), 6);
            Assert.Equal(pair.WeightBits, explanation.WeightBits, 6);
            Assert.Equal(pair.Probability, explanation.Probability);
            Assert.Equal(1 / (1 + Math.Pow(2, -pair.WeightBits)), explanation.Alone, 9);
        }
    }

    [Fact]
    public void A_pair_that_was_not_found_is_explained_too_and_said_not_to_be_found()
    {
        var explanation = _linked.Value.Result.Explain(0, 399);
        Assert.Null(explanation.Probability);
        Assert.True(explanation.WeightBits < 0);
        Assert.Contains("not among the pairs found", LinkPage.Sum(explanation, ReportLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.Chinese)]
    public void Every_level_has_a_word(ReportLanguage language)
    {
        var words = new Words(language, "Link");
        var tokens = new Tokens([""]);
        IFieldValues[] values =
        [
            new LatinNameValues([""], tokens), new HanNameValues([""]), new CodeValues([""]), new BirthValues([""]), new EventValues([""], true),
            new NumberValues([""], true), new NumberValues([""], false), new TextValues(tokens), new AddressValues(tokens),
        ];
        var own = _linked.Value.Result.Report.Weights.Select(weight => weight.Level);
        Assert.All(values.SelectMany(kind => kind.Levels).Concat(own).Append("absent"), level => Assert.True(words.Knows("level", level), level));
        Assert.Equal(new Words(ReportLanguage.English, "Link").Keys.Order(), new Words(ReportLanguage.Chinese, "Link").Keys.Order());
    }

    [Fact]
    public void The_page_draws_weights_and_a_waterfall_and_shows_no_cell()
    {
        var (result, left) = _linked.Value;
        var page = LinkPage.Text(result, [], "a – b", record => "l" + record, record => "r" + record, ReportLanguage.English);
        Assert.Equal(2, page.Split("<svg").Length - 1);
        Assert.Contains("match weight", page, StringComparison.Ordinal);
        Assert.DoesNotContain(left.SelectMany(row => row).Where(cell => cell.Length > 4), cell => page.Contains(cell, StringComparison.Ordinal));
    }
}
