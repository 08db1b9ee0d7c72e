using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Blocking;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Entities;

public sealed class UnitTests
{
    static readonly FieldRole[] _maternity =
        [FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate, FieldRole.Institution, FieldRole.NationalId];

    static readonly FieldRole[] _courier = [FieldRole.PersonName, FieldRole.Phone, FieldRole.Waybill, FieldRole.Address];

    /// <summary>Records of nobody in question: in a register of two anybody alike would be the same person.</summary>
    static readonly PersonColumns _others = Lists.People(_maternity, [.. Enumerable.Repeat(Array.Empty<string>(), 4000)]);

    static Linking Link(FieldRole[] roles, string[] row, params string[][] records) =>
        new(Lists.People(roles, row), [.. records.Select(record => Lists.People(roles, record)), _others]);

    [Fact]
    public void Records_of_one_delivery_in_two_hospitals_are_one_unit()
    {
        var linking = Link(
            _maternity, ["王芳", "13812345678", "2023-05-01", "", ""],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13812345678", "2023-05-02", "医院2", ""]);
        Assert.Equal(linking.Units.Of(0), linking.Units.Of(1));
    }

    [Fact]
    public void Records_that_no_row_is_a_candidate_of_both_of_are_one_unit_by_name_day_and_number()
    {
        var rows = Lists.People(
            _maternity, ["胡淑莹", "13087385724", "2019-10-08", "医院1", ""], ["胡淑莹", "13656879513", "2019-10-09", "医院2", ""]);
        var linking = new Linking(
            rows, Lists.People(_maternity, ["胡淑莹", "13087385724", "2019-10-08", "医院1", "330203198811168046"]),
            Lists.People(_maternity, ["胡淑莹", "13656879513", "2019-10-09", "医院2", "330203198811168046"]),
            Lists.People(_maternity, ["胡淑莹", "13656879513", "2021-03-19", "医院2", "330203198811168046"]), _others);
        Assert.Equal(linking.Units.Of(0), linking.Units.Of(1));
        Assert.NotEqual(linking.Units.Of(0), linking.Units.Of(2));
    }

    [Fact]
    public void Another_delivery_of_the_same_mother_is_another_unit_of_one_person()
    {
        var linking = Link(
            _maternity, ["王芳", "13812345678", "2023-05-01", "", ""],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13812345678", "2025-01-20", "医院1", ""]);
        Assert.NotEqual(linking.Units.Of(0), linking.Units.Of(1));
        Assert.True(linking.Units.AreOnePerson(0, 1));
    }

    [Fact]
    public void Another_person_is_neither()
    {
        var linking = Link(
            _maternity, ["王芳", "", "2023-05-01", "", ""],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13998765432", "2023-05-01", "医院1", ""]);
        Assert.NotEqual(linking.Units.Of(0), linking.Units.Of(1));
        Assert.False(linking.Units.AreOnePerson(0, 1));
    }

    [Theory]
    [InlineData("SF1234567890123", "SF1234567890123", true)]
    [InlineData("SF1234567890123", "SF1234567890124", false)]
    [InlineData("SF1234567890123", "SF9876543210987", false)]
    public void A_second_parcel_to_the_same_person_is_another_unit(string first, string second, bool isOne)
    {
        var linking = Link(
            _courier, ["王芳", "13812345678", "", ""], ["王芳", "13812345678", first, "张杨路88号502室"],
            ["王芳", "13812345678", second, "张杨路88号502室"]);
        Assert.Equal(isOne, linking.Units.Of(0) == linking.Units.Of(1));
        Assert.True(linking.Units.AreOnePerson(0, 1));
    }

    [Fact]
    public void A_record_without_a_waybill_does_not_bring_two_parcels_together()
    {
        var linking = Link(
            _courier, ["王芳", "13812345678", "", ""], ["王芳", "13812345678", "SF1234567890123", ""],
            ["王芳", "13812345678", "", ""], ["王芳", "13812345678", "SF9876543210987", ""]);
        Assert.NotEqual(linking.Units.Of(0), linking.Units.Of(2));
    }

    [Fact]
    public void Candidates_compete_for_a_row_and_records_of_one_unit_share()
    {
        var rows = RandomPeople.Make(41, 150);
        var linking = new Linking(rows, RandomPeople.Make(42, 300), RandomPeople.Make(43, 300), RandomPeople.Make(41, 100));
        var competition = Competition.Run(linking.Candidates, linking.Units);
        var contested = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            int first = linking.Candidates.Starts[row], end = linking.Candidates.Starts[row + 1];
            var units = Enumerable.Range(first, end - first).GroupBy(c => linking.Units.Of(linking.Candidates.Records[c]), c => linking.Candidates.Probabilities[c]).ToList();
            Assert.All(units, unit => Assert.Single(unit.Distinct()));
            var sum = units.Sum(unit => unit.First());
            Assert.InRange(sum, 0, 1 + 1e-9);
            contested += units.Count > 1 && sum > 0.5 ? 1 : 0;
            if (end > first)
            {
                Assert.Equal(first, competition.BestOf(row));
                Assert.InRange(competition.PersonProbabilityOf(row), linking.Candidates.Probabilities[first], 1);
            }
            else
            {
                Assert.Equal(-1, competition.BestOf(row));
                Assert.True(double.IsNaN(competition.PersonProbabilityOf(row)));
            }
        }

        Assert.True(contested > 20);
    }

    [Fact]
    public void Two_equal_candidates_of_two_people_have_half_each_and_neither_is_certain()
    {
        var linking = Link(
            _maternity, ["王芳", "138****5678", "2023-05-01", "医院1", ""],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13899995678", "2023-05-01", "医院1", ""]);
        var competition = Competition.Run(linking.Candidates, linking.Units);
        Assert.All(linking.Candidates.Probabilities, probability => Assert.InRange(probability, 0.49, 0.5));
        Assert.InRange(competition.PersonProbabilityOf(0), 0.49, 0.5);
    }

    [Fact]
    public void That_it_is_the_person_is_certain_where_two_of_her_events_compete()
    {
        var linking = Link(
            _maternity, ["王芳", "13812345678", "", "", ""],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13812345678", "2025-01-20", "医院1", ""]);
        var competition = Competition.Run(linking.Candidates, linking.Units);
        Assert.InRange(linking.Candidates.Probabilities[0], 0.4, 0.51);
        Assert.True(competition.PersonProbabilityOf(0) > 0.95);
    }

    [Fact]
    public void What_a_sibling_record_knows_counts_for_the_one_that_lacks_it()
    {
        const string id = "11010519491231002X";
        var linking = Link(
            _maternity, ["王芳", "13812345678", "2023-05-01", "", id],
            ["王芳", "13812345678", "2023-05-01", "医院1", ""], ["王芳", "13812345678", "2023-05-01", "医院2", id],
            ["王芳", "13998765432", "2023-05-01", "医院3", ""]);
        SiblingEvidence.Add(linking.Candidates, linking.Units, linking.Model);

        int lacking = linking.CandidateOf(0), knowing = linking.CandidateOf(1), stranger = linking.CandidateOf(2);
        Assert.Equal(linking.Model.WeightBits(PersonField.NationalId, (int)NationalIdLevel.Exact), linking.Candidates.SiblingBits[lacking]);
        Assert.Equal(linking.Candidates.WeightBits[knowing], linking.Candidates.WeightBits[lacking], 1e-9);
        Assert.True(stranger < 0 || linking.Candidates.SiblingBits[stranger] == 0);
    }

    [Fact]
    public void Candidates_stay_in_order_of_weight_when_their_sources_are_weighed()
    {
        var rows = RandomPeople.Make(44, 80);
        var linking = new Linking(rows, RandomPeople.Make(45, 400));
        linking.Candidates.SetWeights(record => record % 5 - 2);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var c = linking.Candidates.Starts[row]; c < linking.Candidates.Starts[row + 1]; c++)
            {
                Assert.Equal(linking.Candidates.LinkBits[c] + linking.Candidates.Records[c] % 5 - 2, linking.Candidates.WeightBits[c], 1e-9);
                Assert.True(c == linking.Candidates.Starts[row] || linking.Candidates.WeightBits[c - 1] >= linking.Candidates.WeightBits[c]);
            }
        }
    }
}
