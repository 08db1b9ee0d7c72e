using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Records;

public sealed class NumberingTests
{
    static readonly FieldRole[] _roles = [FieldRole.PersonName, FieldRole.Institution, FieldRole.RecordNumber, FieldRole.Address];

    static readonly int[] _sizes = [0, 3, 0, 0, 2, 0];
    static readonly string[] _names = ["王", "王芳", "王小芳", "欧阳小芳"];

    static RecordTable Table(params string[][] rows) => Lists.Table(_roles, rows);

    [Fact]
    public void Numbers_locate_their_table_past_empty_ones()
    {
        PersonColumns[] tables = [.. _sizes.Select(size => Lists.People(Table([.. Enumerable.Range(0, size).Select(_ => _names[1..2])])))];
        var starts = TableNumbering.StartsOf(tables);
        Assert.Equal([0, 0, 3, 3, 3, 5, 5], starts);
        Assert.Equal([(1, 0), (1, 1), (1, 2), (4, 0), (4, 1)], Enumerable.Range(0, 5).Select(number => TableNumbering.Locate(starts, number)));
    }

    [Fact]
    public void Tables_put_together_keep_every_value_and_merge_labels()
    {
        RecordTable first = Table(["王芳", "甲院", "A-1", "人民路1号"], ["李丽", "", "", ""]), second = Table(["张敏", "乙院", "", "人民路2号"], ["赵静", "甲院", "A-2", ""]);
        var both = RecordTables.Concatenate([first, Table(), second]);
        Assert.Equal(4, both.Count);
        Assert.Equal(["甲院", "乙院"], both[FieldRole.Institution]!.Labels!);
        Assert.Equal([1UL, 0, 2, 1], both[FieldRole.Institution]!.Values);
        Assert.Equal(["A-1", "", "", "A-2"], Enumerable.Range(0, 4).Select(row => both[FieldRole.RecordNumber]!.Text![row].ToString()));
        Assert.Equal(["人民路1号", "", "人民路2号", ""], Enumerable.Range(0, 4).Select(row => both[FieldRole.Address]!.Text![row].ToString()));
        Assert.Equal(PackedName.Pack("张敏"), both[FieldRole.PersonName]!.Values[2]);
        Assert.Null(both[FieldRole.Phone]);
    }

    [Fact]
    public void Seized_rows_stand_in_order_of_path_whatever_order_files_come_in()
    {
        InputFile a = Lists.File("a.csv", Table(["王芳"])), b = Lists.File("b/c.csv", Table(["李丽"], ["张敏"])),
            registry = Lists.File("registry/r.csv", Table(["赵静"]), InputFolder.Registry);
        SeizedRows one = new([a, b, registry]), other = new([registry, b, a]);
        Assert.Equal(["a.csv!!1", "b/c.csv!!1", "b/c.csv!!2"], Enumerable.Range(0, one.Count).Select(one.LocationOf));
        Assert.Equal(Enumerable.Range(0, one.Count).Select(one.LocationOf), Enumerable.Range(0, other.Count).Select(other.LocationOf));
    }

    [Fact]
    public void A_record_goes_by_its_number_else_its_waybill_else_its_place()
    {
        var table = Lists.Table(
            [FieldRole.RecordNumber, FieldRole.Waybill, FieldRole.Phone],
            ["zy-001 ", "SF1234567890123", ""], ["", "sf 1234567890124", ""], ["", "", "13812345678"]);
        var records = new RegistryRecords([Lists.File("registry/r.csv", table, InputFolder.Registry)]);
        Assert.Equal(["zy-001", "sf 1234567890124", "registry/r.csv!!3"], Enumerable.Range(0, 3).Select(records.LabelOf));
    }

    [Fact]
    public void A_newborn_named_after_the_mother_stands_for_her_where_her_name_is_missing()
    {
        FieldRole[] roles = [FieldRole.PersonName, FieldRole.RelatedName];
        var people = Lists.People(roles, ["王芳", "王芳之子"], ["", "王芳之女"], ["王芳", "李小宝"]);
        Assert.Equal([PackedName.Pack("王芳"), PackedName.Pack("王芳"), PackedName.Pack("王芳")], people.Name!);
        Assert.Equal([0, 0, PackedName.Pack("李小宝")], people.Related!);
    }

    [Fact]
    public void Packed_names_know_their_length_and_their_masks()
    {
        Assert.Equal([1, 2, 3, 4], _names.Select(name => PackedName.LengthOf(PackedName.Pack(name))));
        Assert.True(PackedName.HasWildcard(PackedName.Pack("王*芳")));
        Assert.False(PackedName.HasWildcard(PackedName.Pack("王小芳")));
        Assert.False(PackedName.HasWildcard(0));
    }
}
