using LeakTrace.Synthetic.Seized;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Tests.Synthetic;

public sealed class ScopeTests
{
    static readonly bool[] _everything = [.. Enumerable.Repeat(true, Enum.GetValues<Field>().Length)];

    [Fact]
    public void The_first_row_counts_a_repeat_is_a_duplicate_and_an_edited_repeat_a_probable_one()
    {
        var scope = new Scope();
        Assert.Equal((RowStatus.Valid, ""), scope.Add(Row(Mother()), _everything, "a!!1"));
        Assert.Equal((RowStatus.Duplicate, "a!!1"), scope.Add(Row(Mother()), _everything, "a!!2"));
        var edited = Mother();
        edited[Field.Phone] = "13912345679";
        Assert.Equal((RowStatus.ProbableDuplicate, "a!!1"), scope.Add(Row(edited), _everything, "a!!3"));
        Assert.Equal(3, scope.Total);
    }

    [Fact]
    public void A_row_that_shows_less_repeats_one_that_shows_more()
    {
        var scope = new Scope();
        scope.Add(Row(Mother()), _everything, "a!!1");
        var bare = Mother();
        bare[Field.Address] = null;
        Assert.Equal(RowStatus.Duplicate, scope.Add(Row(bare), _everything, "a!!2").Status);
    }

    [Theory]
    [InlineData("13912345678", null, null, null)]
    [InlineData("1391234567", null, null, RowStatus.Invalid)]
    [InlineData("1391234567", "2021-03-01", "仁泽医院", null)]
    [InlineData(null, "2021-03-01", null, RowStatus.Unidentifiable)]
    [InlineData(null, "2021-03-01", "仁泽医院", null)]
    public void A_row_is_ruled_out_for_want_of_a_number_and_a_second_field(
        string? phone, string? date, string? institution, object? expected)
    {
        var entry = new Entry { Unit = "1" };
        entry[Field.Name] = "王小丽";
        entry[Field.Phone] = phone;
        entry[Field.Date] = date;
        entry[Field.Institution] = institution;
        Assert.Equal((RowStatus?)expected, Identifiability.Rejects(entry, _everything));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_masked_row_counts_when_a_register_identifies_it(bool isRegistered)
    {
        var entry = Mother(isRegistered ? EntryOrigin.Register : EntryOrigin.Nowhere).Copy(masked: true);
        entry[Field.Address] = null;
        var expected = isRegistered ? (RowStatus?)null : RowStatus.Unidentifiable;
        Assert.Equal(expected, Identifiability.Rejects(entry, _everything));
    }

    static Entry Mother(EntryOrigin origin = EntryOrigin.Register)
    {
        var entry = new Entry { Unit = "1", Origin = origin };
        entry[Field.Name] = "王小丽";
        entry[Field.Phone] = "13912345678";
        entry[Field.Date] = "2021-03-01";
        entry[Field.Institution] = "仁泽医院";
        entry[Field.Address] = "申江市东浦区长宁路1号";
        return entry;
    }

    static SeizedRow Row(Entry entry) => new(RowKind.Entry, entry, []);
}
