using FsCheck;
using FsCheck.Fluent;
using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.TableLinking;

public sealed class KernelTests
{
    static readonly Gen<string> _words = Gen.Choose(0, 9).SelectMany(length => Gen.Elements("abcd1".ToCharArray()).ArrayOf(length)).Select(units => new string(units));

    [Fact]
    public void Edit_distance_agrees_with_the_matrix_up_to_the_most() => Always.Holds(_words.Two(), pair =>
    {
        var (left, right) = pair;
        var distance = Matrix(left, right);
        for (var most = 1; most <= 2; most++)
        {
            Assert.Equal(Math.Min(distance, most + 1), EditDistance.Between(left, right, most));
        }
    });

    [Fact]
    public void Character_bags_never_promise_more_edits_than_there_are() => Always.Holds(_words.Two(), pair =>
        Assert.True(CharacterBag.FewestEdits(CharacterBag.Of(pair.Item1), CharacterBag.Of(pair.Item2)) <= Matrix(pair.Item1, pair.Item2)));

    [Fact]
    public void Character_bags_never_promise_fewer_common_characters_than_there_are() => Always.Holds(_words.Two(), pair =>
    {
        var (left, right) = pair;
        var common = left.GroupBy(unit => unit).Sum(group => Math.Min(group.Count(), right.Count(unit => unit == group.Key)));
        var most = CharacterBag.MostCommon(left.Length, right.Length, CharacterBag.Of(left), CharacterBag.Of(right));
        Assert.True(common <= most);
        Assert.True(JaroWinkler.Between(left, right) <= JaroWinkler.Most(left, right, most) || left.Length + right.Length == 0);
    });

    [Fact]
    public void Jaro_Winkler_is_symmetric_and_one_of_equals_alone() => Always.Holds(_words.Two(), pair =>
    {
        var (left, right) = pair;
        var similarity = JaroWinkler.Between(left, right);
        Assert.InRange(similarity, 0, 1);
        Assert.Equal(left == right, similarity == 1);
    });

    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("dwayne", "duane", 0.840)]
    public void Jaro_Winkler_has_the_published_values(string left, string right, double value) =>
        Assert.Equal(value, JaroWinkler.Between(left, right), 3);

    [Theory]
    [InlineData("14/03/1980", "31/12/1999", "19800314")]
    [InlineData("03/14/1980", "12/31/1999", "19800314")]
    [InlineData("1980-03-14", "1999-12-31", "19800314")]
    [InlineData("1980年3月14日", "1999年12月31日", "19800314")]
    [InlineData("14 Mar 1980", "31 Dec 1999", "19800314")]
    [InlineData("19800314", "19991231", "19800314")]
    public void Dates_take_their_order_from_the_column(string cell, string other, string form) => Assert.Equal(form, CalendarForm.Read([cell, other])[0]);

    [Theory]
    [InlineData("19800314", "19801403", "swapped")]
    [InlineData("19800314", "19800315", "one-digit")]
    [InlineData("19800314", "19800101", "year-only")]
    [InlineData("19800314", "19670314", "same-month-and-day")]
    [InlineData("19800314", "19731122", "different")]
    public void Births_compare_by_what_people_mistype(string left, string right, string level)
    {
        var values = new BirthValues(["", left, right]);
        Assert.Equal(level, values.Levels[values.Between(1, 2) - 1]);
        Assert.Equal(values.Between(1, 2), values.Between(2, 1));
    }

    [Theory]
    [InlineData("robert", "bob", "nickname")]
    [InlineData("john smith", "smith john", "same-words")]
    [InlineData("jon", "john", "one-edit")]
    [InlineData("j", "john", "initial")]
    [InlineData("thomas clifford", "thomas clifford baron of chudleigh", "contained")]
    [InlineData("karl", "xavier", "different")]
    public void Names_compare_by_how_people_write_them(string left, string right, string level)
    {
        string[] texts = ["", left, right];
        var values = new LatinNameValues(texts, new Tokens(texts));
        Assert.Equal(level, values.Levels[values.Between(1, 2) - 1]);
        Assert.Equal(values.Between(1, 2), values.Between(2, 1));
    }

    static int Matrix(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
