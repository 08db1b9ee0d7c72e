using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Normalisation;

public sealed class RecordTableBuilderTests
{
    static RecordTableBuilder Builder(params FieldRole[] roles) =>
        new(new SheetLayout(1, [.. roles.Select((role, index) => new SheetColumn(index, "", role, 1))]), default);

    static void Add(RecordTableBuilder builder, params string[] cells) => Add(builder, RowTraits.None, cells);

    static void Add(RecordTableBuilder builder, RowTraits traits, params string[] cells)
    {
        var ends = new int[cells.Length];
        var end = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            end += cells[i].Length;
            ends[i] = end;
        }

        builder.Add(builder.Count + 1, traits, new RowCells(string.Concat(cells), ends));
    }

    static RowTraits TraitsOf(FieldRole role, string cell)
    {
        var builder = Builder(role);
        Add(builder, cell);
        return builder.Build().Traits[0];
    }

    [Fact]
    public void A_maternity_row_becomes_packed_fields()
    {
        var builder = Builder(FieldRole.PersonName, FieldRole.Phone, FieldRole.Phone, FieldRole.EventDate, FieldRole.Institution);
        Add(builder, "張三", "13812345678", "13912345678", "2023-05-01", " 第一人民医院 ");
        Add(builder, "李四", "13812345679", "", "2023-05-02", "妇幼保健院");
        Add(builder, "王五", "13812345670", "", "", "第一人民医院");
        var table = builder.Build();

        Assert.Equal([1, 2, 3], table.Rows);
        Assert.Equal(PackedName.Pack("张三"), table[FieldRole.PersonName]!.Values[0]);
        var phones = table[FieldRole.Phone]!;
        Assert.Equal(0x138_1234_5678UL, phones.Values[0] & PackedPhone.Digits);
        Assert.Equal(0x139_1234_5678UL, phones.Extended![0] & PackedPhone.Digits);
        Assert.Equal(0UL, phones.Extended[1]);
        Assert.Equal(new DateOnly(2023, 5, 2).DayNumber, PackedDate.DayOf(table[FieldRole.EventDate]!.Values[1]));
        Assert.Equal(0UL, table[FieldRole.EventDate]!.Values[2]);
        Assert.Equal(["第一人民医院", "妇幼保健院"], table[FieldRole.Institution]!.Labels!);
        Assert.Equal([1UL, 2UL, 1UL], table[FieldRole.Institution]!.Values);
        Assert.Null(table[FieldRole.Address]);
        Assert.Null(table[FieldRole.PersonName]!.Text);
        Assert.Null(table[FieldRole.PersonName]!.Extended);
    }

    [Fact]
    public void Rows_that_are_no_records_have_no_values_and_blank_rows_no_hash()
    {
        var builder = Builder(FieldRole.PersonName, FieldRole.Phone);
        Add(builder, RowTraits.Header, "张三", "13812345678");
        Add(builder, "", " \u3000");
        Add(builder, "张三", "13812345678");
        Add(builder, " 张三", "13812345678 ", "");
        var table = builder.Build();

        Assert.Equal([RowTraits.Header, RowTraits.Blank, RowTraits.None, RowTraits.Spaced], table.Traits);
        Assert.Equal(0UL, table.RowHashes[1]);
        Assert.Equal(table.RowHashes[2], table.RowHashes[3]);
        Assert.NotEqual(0UL, table.RowHashes[2]);
        Assert.Equal(0UL, table[FieldRole.Phone]!.Values[0]);
    }

    [Fact]
    public void Rows_that_will_not_be_compared_whole_have_no_hash_and_are_otherwise_the_same()
    {
        var layout = new SheetLayout(0, [new SheetColumn(0, "", FieldRole.PersonName, 1), new SheetColumn(1, "", FieldRole.Phone, 1)]);
        RecordTableBuilder[] builders = [new([layout], default, 0, hashesRows: true), new([layout], default, 0, hashesRows: false)];
        foreach (var builder in builders)
        {
            Add(builder, "张三", "13812345678");
            Add(builder, "", "\u200b");
            Add(builder, "李四", "13812345679");
        }

        var (hashed, plain) = (builders[0].Build(), builders[1].Build());
        Assert.Equal(3, hashed.RowHashes.Length);
        Assert.Empty(plain.RowHashes);
        Assert.Equal(hashed.Traits, plain.Traits);
        Assert.Equal([RowTraits.None, RowTraits.Blank, RowTraits.None], plain.Traits);
        Assert.Equal(hashed[FieldRole.Phone]!.Values, plain[FieldRole.Phone]!.Values);
    }

    [Theory]
    [InlineData("张三", "13812345678", RowTraits.None)]
    [InlineData("张 三", "13812345678", RowTraits.Spaced)]
    [InlineData("张三\u3000", "13812345678", RowTraits.Spaced)]
    [InlineData("张三", "138 1234 5678", RowTraits.Spaced)]
    [InlineData("张三", "138-1234-5678", RowTraits.Punctuated)]
    [InlineData("张三", "１３８12345678", RowTraits.Punctuated)]
    [InlineData("张 三", "+8613812345678", RowTraits.Spaced | RowTraits.Punctuated)]
    public void How_a_name_or_phone_was_typed_is_noticed(string name, string phone, RowTraits typed)
    {
        var builder = Builder(FieldRole.PersonName, FieldRole.Phone, FieldRole.Address);
        Add(builder, name, phone, "南京路 １-2号");
        Assert.Equal(typed, builder.Build().Traits[0]);
    }

    [Fact]
    public void Equal_cells_in_other_columns_hash_differently()
    {
        var builder = Builder(FieldRole.PersonName, FieldRole.Phone);
        Add(builder, "a", "b");
        Add(builder, "b", "a");
        Add(builder, "", "ab");
        Assert.Equal(3, builder.Build().RowHashes.Distinct().Count());
    }

    [Theory]
    [InlineData(FieldRole.Phone, "58881234", RowTraits.MalformedPhone)]
    [InlineData(FieldRole.Phone, "13800138000", RowTraits.Placeholder)]
    [InlineData(FieldRole.Phone, "无", RowTraits.NullWord)]
    [InlineData(FieldRole.Phone, "13812345678", RowTraits.None)]
    [InlineData(FieldRole.SenderPhone, "13800138000", RowTraits.None)]
    [InlineData(FieldRole.PersonName, "测试", RowTraits.Placeholder)]
    [InlineData(FieldRole.PersonName, "张三之子", RowTraits.BabyName)]
    [InlineData(FieldRole.PersonName, "不详", RowTraits.NullWord)]
    [InlineData(FieldRole.NationalId, "110101199003077759", RowTraits.MalformedNationalId)]
    [InlineData(FieldRole.NationalId, "1.10101199003077E+17", RowTraits.PrecisionLost)]
    [InlineData(FieldRole.NationalId, "110101********7758", RowTraits.None)]
    [InlineData(FieldRole.Waybill, "SF1234567890", RowTraits.None)]
    [InlineData(FieldRole.Waybill, "SF12", RowTraits.MalformedWaybill)]
    [InlineData(FieldRole.Waybill, "已签收已签收已签收", RowTraits.MalformedWaybill)]
    [InlineData(FieldRole.Waybill, "88888888", RowTraits.Placeholder)]
    [InlineData(FieldRole.Institution, "--", RowTraits.NullWord)]
    public void Traits_say_what_was_found(FieldRole role, string cell, RowTraits expected) =>
        Assert.Equal(expected, TraitsOf(role, cell));

    [Fact]
    public void Waybills_keep_their_text_and_hash_their_folded_form()
    {
        var builder = Builder(FieldRole.Waybill);
        Add(builder, "sf 1234567890");
        Add(builder, "SF-1234567890");
        Add(builder, "SF1234567891");
        var column = builder.Build()[FieldRole.Waybill]!;
        Assert.Equal(column.Values[0], column.Values[1]);
        Assert.NotEqual(column.Values[0], column.Values[2]);
        Assert.Equal("sf 1234567890", column.Text![0]);
        Assert.Equal("SF1234567891", column.Text[2]);
    }

    [Fact]
    public void Addresses_and_long_names_have_their_folded_text()
    {
        var builder = Builder(FieldRole.Address, FieldRole.PersonName);
        Add(builder, "", "张三");
        Add(builder, "張江路 12 號", "John Smith");
        var table = builder.Build();
        Assert.Equal("张江路12号", table[FieldRole.Address]!.Text![1]);
        Assert.Equal("", table[FieldRole.Address]!.Text![0]);
        Assert.Equal("john smith", table[FieldRole.PersonName]!.Text![1]);
        Assert.True(PackedName.IsLong(table[FieldRole.PersonName]!.Values[1]));
    }

    [Fact]
    public void Notes_fill_what_the_columns_left_open()
    {
        var builder = Builder(FieldRole.Note, FieldRole.PersonName, FieldRole.Phone);
        Add(builder, "电话13812345678，身份证110101199003077758，单号SF1234567890", "张三", "");
        Add(builder, "电话13812345678", "李四", "13912345678");
        var table = builder.Build();
        Assert.Equal(0x138_1234_5678UL, table[FieldRole.Phone]!.Values[0] & PackedPhone.Digits);
        Assert.Equal(0x139_1234_5678UL, table[FieldRole.Phone]!.Values[1] & PackedPhone.Digits);
        Assert.Null(table[FieldRole.Phone]!.Extended);
        Assert.Equal(NationalIdKind.Valid, PackedNationalId.KindOf(table[FieldRole.NationalId]!.Values[0]));
        Assert.Equal("SF1234567890", table[FieldRole.Waybill]!.Text![0]);
    }

    [Fact]
    public void Names_and_phones_in_one_cell_part()
    {
        var names = Builder(FieldRole.PersonName);
        Add(names, "张三13812345678");
        var named = names.Build();
        Assert.Equal(0x138_1234_5678UL, named[FieldRole.Phone]!.Values[0] & PackedPhone.Digits);

        var phones = Builder(FieldRole.Phone);
        Add(phones, "张三 13812345678");
        Assert.Equal(PackedName.Pack("张三"), phones.Build()[FieldRole.PersonName]!.Values[0]);
    }

    [Fact]
    public void A_malformed_phone_gives_way_to_a_well_formed_one()
    {
        var builder = Builder(FieldRole.Phone, FieldRole.Phone);
        Add(builder, "58881234", "13812345678");
        var table = builder.Build();
        Assert.Equal(PhoneKind.Mobile, PackedPhone.KindOf(table[FieldRole.Phone]!.Values[0]));
        Assert.Equal(RowTraits.MalformedPhone, table.Traits[0]);
    }

    [Fact]
    public void A_built_builder_starts_anew()
    {
        var builder = Builder(FieldRole.Institution);
        Add(builder, "甲医院");
        var first = builder.Build();
        Add(builder, "乙医院");
        var second = builder.Build();
        Assert.Equal(1, second.Count);
        Assert.Equal(["甲医院"], first[FieldRole.Institution]!.Labels!);
        Assert.Equal(["乙医院"], second[FieldRole.Institution]!.Labels!);
    }
}
