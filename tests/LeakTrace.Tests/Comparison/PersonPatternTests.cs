using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Tests.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class PersonPatternTests
{
    static readonly FieldRole[] _roles =
    [
        FieldRole.PersonName, FieldRole.RelatedName, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.BirthDate,
        FieldRole.Institution, FieldRole.Address, FieldRole.Waybill,
    ];

    static readonly string[] _full =
    [
        "王芳", "李宝", "13812345678", "11010519491231002X", "2023-05-01", "1990-02-03", "医院1", "浦东新区张杨路88号", "SF1234567890123",
    ];

    [Fact]
    public void Every_field_has_its_level_at_its_place()
    {
        var people = Lists.People(_roles, _full, _full);
        var pattern = PersonPattern.Between(people, 0, people, 1, Lists.Places());
        Assert.Equal((int)NameLevel.ExactVeryCommon, PersonPattern.LevelOf(pattern, PersonField.Name));
        Assert.Equal((int)NameLevel.ExactVeryCommon, PersonPattern.LevelOf(pattern, PersonField.RelatedName));
        Assert.Equal((int)PhoneLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.Phone));
        Assert.Equal((int)NationalIdLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.NationalId));
        Assert.Equal((int)DateLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.EventDate));
        Assert.Equal((int)DateLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.BirthDate));
        Assert.Equal((int)PlaceLevel.SameMiddling, PersonPattern.LevelOf(pattern, PersonField.Institution));
        Assert.Equal((int)AddressLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.Address));
        Assert.Equal((int)CodeLevel.Exact, PersonPattern.LevelOf(pattern, PersonField.Waybill));
    }

    [Fact]
    public void An_absent_cell_is_neutral_and_touches_no_other_field()
    {
        for (var field = 0; field < _full.Length; field++)
        {
            string[] lacking = [.. _full];
            lacking[field] = "";
            var people = Lists.People(_roles, _full, lacking, _full);
            var whole = PersonPattern.Between(people, 0, people, 2, Lists.Places());
            Assert.Equal(PersonPattern.Without(whole, (PersonField)field), PersonPattern.Between(people, 0, people, 1, Lists.Places()));
        }
    }

    [Fact]
    public void A_mask_is_worth_the_same_on_either_side()
    {
        // The full name is a rare one: its rarity says nothing of how many names the mask fits.
        string[][] rows = [.. Enumerable.Range(0, 6000).Select(i => new[] { i == 0 ? "王*" : i == 1 ? "王慧敏" : "王芳" })];
        var people = Lists.People([FieldRole.PersonName], rows);
        _ = new NameFrequencies(people, [people]);
        var masked = PersonPattern.Between(people, 0, people, 1, Lists.Places());
        Assert.Equal((int)NameLevel.MaskCommon, PersonPattern.LevelOf(masked, PersonField.Name));
        Assert.Equal(masked, PersonPattern.Between(people, 1, people, 0, Lists.Places()));
    }

    [Fact]
    public void Many_pairs_have_the_patterns_they_have_one_by_one()
    {
        string[][] cells =
        [
            ["王芳", "汪方", "王*", "欧阳娜娜", "阿卜杜热西提·买买提", "阿卜杜热西提买买题", ""], ["李宝", "李保", "王芳", "", "李*", "张三", "李宝宝"],
            ["13812345678", "13812345687", "138****5678", "13812345678、13912345678", "13998765432、13812345678", "", "1381234567"],
            ["11010519491231002X", "110105194912310021", "110105********002X", "", "330502199103076487", "110105194912310***", "11010519491321002X"],
            ["2023-05-01", "2023-05-02", "2023-01-05", "2023-05", "", "2022-05-01", "2023-05-11"],
            ["1990-02-03", "1990-03-02", "1991-02-03", "", "1990-02-04", "1980-02-03", "1990"],
            ["医院1", "医院2", "", "医院1", "医院2", "医院1", "医院2"],
            ["浦东新区张杨路88号3号楼502室", "浦东新区张杨路88弄3号楼502室", "张杨路88号3号楼502室", "浦东新区张杨路****", "", "徐汇区漕溪北路1号", "上海市浦东新区张杨路八十八号三号楼五百零二室门口左边第二家小店收转交本人亲启谢谢"],
            ["SF1234567890123", "SF1234567890124", "", "SF*0123", "YT1", "sf 1234567890123", "SF1234567890132"],
        ];
        Always.Holds(
            Always.From(random => random),
            random =>
            {
                var rows = new string[40][];
                for (var row = 0; row < rows.Length; row++)
                {
                    rows[row] = [.. cells.Select(column => column[random.Next(column.Length)])];
                }

                var (left, right) = (Lists.People(_roles, rows[..25]), Lists.People(_roles, rows[25..]));
                _ = new NameFrequencies(left, [right]);
                var (places, count) = (Lists.Places(), random.Next(PersonPatternBatch.Pairs));
                int[] i = [.. Enumerable.Range(0, count).Select(_ => random.Next(left.Count))];
                int[] j = [.. Enumerable.Range(0, count).Select(at => at / 5 % right.Count)];
                var patterns = new ulong[count];
                var batch = new PersonPatternBatch(left, right, places);
                batch.Between(i, j, patterns);
                Assert.Equal(i.Zip(j, (a, b) => PersonPattern.Between(left, a, right, b, places)), patterns);
                Array.Reverse(j);
                batch.Between(i, j, patterns);
                Assert.Equal(i.Zip(j, (a, b) => PersonPattern.Between(left, a, right, b, places)), patterns);
            },
            200);
    }

    [Theory]
    [InlineData("SF1234567890123", "sf 1234567890123", CodeLevel.Exact)]
    [InlineData("SF1234567890123", "sf 1234567890124", CodeLevel.NearlySame)]
    [InlineData("SF1234567890123", "SF-123-456-789-0124", CodeLevel.NearlySame)]
    public void Waybills_are_compared_folded(string left, string right, CodeLevel expected)
    {
        var people = Lists.People([FieldRole.Waybill], [left], [right]);
        Assert.Equal((int)expected, PersonPattern.LevelOf(PersonPattern.Between(people, 0, people, 1, Lists.Places()), PersonField.Waybill));
    }
}
