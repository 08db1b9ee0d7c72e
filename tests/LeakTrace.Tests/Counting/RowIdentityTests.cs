using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Counting;

public sealed class RowIdentityTests
{
    const string Id = "11010519491231002X";
    const string Address = "浦东新区张杨路88号502室";

    static readonly FieldRole[] _roles =
    [
        FieldRole.PersonName, FieldRole.Phone, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.Institution,
        FieldRole.Address, FieldRole.Waybill,
    ];

    /// <summary>Cells by the first letter of their role: n, p, q (second phone), i, d, h (hospital), a, w.</summary>
    static RecordTable Row(string cells)
    {
        var row = new string[_roles.Length];
        Array.Fill(row, "");
        foreach (var cell in cells.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            row["npqidhaw".IndexOf(cell[0], StringComparison.Ordinal)] = cell[2..];
        }

        return Lists.Table(_roles, row);
    }

    [Theory]
    [InlineData("", RowStatus.Blank, "no-value")]
    [InlineData("n=王芳|p=13812345678", RowStatus.Valid, "phone")]
    [InlineData("p=13812345678", RowStatus.Valid, "phone")]
    [InlineData("p=021-62345678", RowStatus.Valid, "phone")]
    [InlineData("n=王芳|i=" + Id, RowStatus.Valid, "national-id")]
    [InlineData("n=王芳|i=110105491231002", RowStatus.Valid, "national-id")]
    [InlineData("n=王芳|i=1.10105194912310E+17", RowStatus.Valid, "national-id")]
    [InlineData("w=SF1234567890123", RowStatus.Valid, "waybill")]
    [InlineData("n=王芳|d=2023-05-01|h=医院1", RowStatus.Valid, "name-and-second-field")]
    [InlineData("n=王芳|a=" + Address, RowStatus.Valid, "name-and-second-field")]
    [InlineData("n=王芳|p=1381234|d=2023-05-01|h=医院1", RowStatus.Valid, "name-and-second-field")]
    [InlineData("n=王芳|p=13812345678|i=110105194912310021", RowStatus.Valid, "phone")]
    [InlineData("n=王芳|p=1381234567|q=13812345678", RowStatus.Valid, "phone")]
    public void Counts_what_carries_a_good_number_or_a_name_with_a_second_field(string cells, RowStatus status, string reason) =>
        Assert.Equal((status, reason), RowIdentity.Of(Row(cells), 0, isMatched: false));

    [Theory]
    [InlineData("n=王芳|p=1381234567")]
    [InlineData("n=王芳|p=13812345")]
    [InlineData("p=12812345678")]
    [InlineData("n=王芳|i=110105194912310021")]
    [InlineData("n=王芳|i=110105194913310021")]
    [InlineData("n=王芳|w=SF12")]
    [InlineData("n=王芳|p=1381234567|d=2023-05-01")]
    [InlineData("n=王*|p=1381234567|a=" + Address)]
    [InlineData("n=王芳|p=1381234567|i=110105194912310021")]
    public void Is_invalid_where_every_number_is_malformed_whatever_a_register_knows(string cells)
    {
        Assert.Equal((RowStatus.Invalid, "malformed-number"), RowIdentity.Of(Row(cells), 0, isMatched: false));
        Assert.Equal((RowStatus.Invalid, "malformed-number"), RowIdentity.Of(Row(cells), 0, isMatched: true));
    }

    [Theory]
    [InlineData("n=王芳")]
    [InlineData("n=王芳|d=2023-05-01")]
    [InlineData("n=王芳|h=医院1")]
    [InlineData("n=王芳|a=上海")]
    [InlineData("d=2023-05-01|h=医院1")]
    [InlineData("a=" + Address)]
    public void Is_unidentifiable_without_a_number_and_a_second_field_whatever_a_register_knows(string cells)
    {
        Assert.Equal((RowStatus.Unidentifiable, "no-identifying-field"), RowIdentity.Of(Row(cells), 0, isMatched: false));
        Assert.Equal((RowStatus.Unidentifiable, "no-identifying-field"), RowIdentity.Of(Row(cells), 0, isMatched: true));
    }

    [Theory]
    [InlineData("n=王*|p=138****5678")]
    [InlineData("p=138****5678")]
    [InlineData("n=王*|d=2023-05-01|h=医院1")]
    [InlineData("n=王*|a=" + Address)]
    [InlineData("n=王芳|i=110105********002X")]
    [InlineData("n=王*|p=138****5678|i=110105194912310021")]
    public void A_masked_row_counts_where_a_register_identifies_it(string cells)
    {
        Assert.Equal((RowStatus.Unidentifiable, "masked-not-identified"), RowIdentity.Of(Row(cells), 0, isMatched: false));
        Assert.Equal((RowStatus.Valid, "masked-identified-by-register"), RowIdentity.Of(Row(cells), 0, isMatched: true));
    }

    [Theory]
    [InlineData("p=13800138000", RowStatus.Placeholder, "dummy-value")]
    [InlineData("n=王芳|p=13800138000", RowStatus.Placeholder, "dummy-value")]
    [InlineData("n=王芳|p=11111111111", RowStatus.Placeholder, "dummy-value")]
    [InlineData("n=测试|p=13812345678", RowStatus.Placeholder, "dummy-value")]
    [InlineData("n=测试|p=13800138000", RowStatus.Placeholder, "dummy-value")]
    [InlineData("n=无", RowStatus.Placeholder, "no-word")]
    [InlineData("n=无|p=无", RowStatus.Placeholder, "no-word")]
    [InlineData("n=王芳|p=13800138000|q=13812345678", RowStatus.Valid, "phone")]
    [InlineData("n=无|p=13812345678", RowStatus.Valid, "phone")]
    [InlineData("n=王芳|p=无", RowStatus.Unidentifiable, "no-identifying-field")]
    public void Dummies_stand_aside_unless_the_row_identifies_someone_all_the_same(string cells, RowStatus status, string reason) =>
        Assert.Equal((status, reason), RowIdentity.Of(Row(cells), 0, isMatched: false));

    [Theory]
    [InlineData(RowTraits.Title, "title")]
    [InlineData(RowTraits.Header, "header")]
    [InlineData(RowTraits.Total, "total")]
    [InlineData(RowTraits.Remark, "note")]
    public void Layout_is_no_record_whatever_stands_in_it(RowTraits traits, string reason)
    {
        var table = Lists.Table(_roles, _ => traits, ["王芳", "13812345678"]);
        Assert.Equal((RowStatus.Layout, reason), RowIdentity.Of(table, 0, isMatched: true));
    }

    [Theory]
    [InlineData("p=13812345678", true)]
    [InlineData("p=13812345678|d=2023-05-01|h=医院1", true)]
    [InlineData("p=021-62345678", true)]
    [InlineData("n=王*|p=13812345678", false)]
    [InlineData("p=13812345678|a=" + Address, false)]
    [InlineData("p=13812345678|i=" + Id, false)]
    [InlineData("p=1381234567", false)]
    public void Bare_phone_numbers_are_told_apart(string cells, bool expected) => Assert.Equal(expected, RowIdentity.IsPhoneOnly(Row(cells), 0));

    [Theory]
    [InlineData("n=王芳|p=13812345678", "n=王芳|p=13812345678", true)]
    [InlineData("n=王芳|p=13812345678", "n=王芳|p=+86 138-1234-5678|d=2023-05-01", true)]
    [InlineData("n=王芳|p=13812345678|q=13912345678", "n=王芳|p=13912345678", true)]
    [InlineData("n=王芳|d=2023-05-01|h=医院1", "n=王芳|d=2023/5/1|h=医院1", true)]
    [InlineData("p=13812345678", "n=王芳", false)]
    [InlineData("n=王芳|p=13812345678", "n=王方|p=13812345678", false)]
    [InlineData("n=王芳|p=13812345678", "n=王芳|p=13812345679", false)]
    [InlineData("n=王芳|p=13812345678|q=13912345678", "n=王芳|p=13812345678|q=13712345678", false)]
    [InlineData("n=王芳|p=13812345678|d=2023-05-01", "n=王芳|p=13812345678|d=2023-05-02", false)]
    [InlineData("n=王芳|p=13812345678|h=医院1", "n=王芳|p=13812345678|h=医院2", false)]
    [InlineData("n=王芳|p=13812345678|a=张杨路88号502室", "n=王芳|p=13812345678|a=张杨路88号503室", false)]
    [InlineData("n=王芳|w=SF1234567890123", "n=王芳|w=SF1234567890124", false)]
    [InlineData("h=医院1", "h=医院1", false)]
    public void A_row_repeats_another_where_all_that_both_say_is_the_same(string left, string right, bool expected)
    {
        RecordTable[] tables = [Row(left), Row(right)];
        var people = Lists.People(RecordTables.Concatenate(tables));
        Assert.Equal(expected, Repetition.Repeats(people, 0, 1));
        Assert.Equal(expected, Repetition.Repeats(people, 1, 0));
    }
}
