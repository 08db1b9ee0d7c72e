using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Normalisation;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("张丽华")]
    [InlineData("張麗華")]
    [InlineData("张 丽 华")]
    [InlineData("张　丽华")]
    [InlineData("张丽华女士")]
    [InlineData("张丽华（产妇）")]
    [InlineData("张丽华 (孕妇)")]
    [InlineData("产妇：张丽华")]
    [InlineData("宝妈张丽华")]
    [InlineData("张丽华老师")]
    [InlineData("(张丽华)")]
    [InlineData("张丽华13812345678")]
    [InlineData("张丽华 138****5678")]
    [InlineData("张丽华/李强")]
    [InlineData("张丽华2")]
    [InlineData("\u200b张丽华\ufeff")]
    public void Reads_the_name_alone(string cell)
    {
        Assert.Equal("张丽华", Printed.Name(cell, out var reading));
        Assert.Equal(PackedName.Pack("张丽华"), reading.Packed);
        Assert.Equal(RowTraits.None, reading.Traits);
        Assert.True(reading.LooksLikeName);
    }

    [Theory]
    [InlineData("王*", "王*")]
    [InlineData("王＊＊", "王**")]
    [InlineData("王某", "王*")]
    [InlineData("王某某", "王**")]
    [InlineData("王X", "王*")]
    [InlineData("王xx", "王**")]
    [InlineData("王○", "王*")]
    [InlineData("王〇芳", "王*芳")]
    [InlineData("王□芳", "王*芳")]
    [InlineData("王●芳", "王*芳")]
    [InlineData("*小芳", "*小芳")]
    [InlineData("王小姐", "王*")]
    [InlineData("王女士", "王*")]
    [InlineData("王姐", "王*")]
    [InlineData("小王", "王*")]
    [InlineData("欧阳女士", "欧阳*")]
    public void Masked_and_unsaid_characters_are_wildcards(string cell, string expected)
    {
        Assert.Equal(expected, Printed.Name(cell, out var reading));
        Assert.Equal(PackedName.Pack(expected), reading.Packed);
        Assert.True(reading.LooksLikeName);
    }

    [Theory]
    [InlineData("张丽华之子")]
    [InlineData("张丽华之女")]
    [InlineData("张丽华之婴")]
    [InlineData("张丽华之宝")]
    [InlineData("张丽华之大女")]
    [InlineData("张丽华之子1")]
    [InlineData("张丽华之双胎")]
    [InlineData("张丽华宝宝")]
    [InlineData("张丽华的宝宝")]
    [InlineData("张丽华儿子")]
    [InlineData("张丽华女儿")]
    [InlineData("张丽华(之子)")]
    [InlineData("张丽华女士之子")]
    public void A_newborn_is_known_by_its_mother(string cell)
    {
        Assert.Equal("张丽华", Printed.Name(cell, out var reading));
        Assert.Equal(RowTraits.BabyName, reading.Traits);
    }

    [Theory]
    [InlineData("王羲之")]
    [InlineData("林之华")]
    [InlineData("王宝宝")]
    [InlineData("周晓姐")]
    [InlineData("欧阳修")]
    [InlineData("司马相如")]
    [InlineData("李先")]
    public void Real_names_keep_what_looks_like_a_title(string cell) => Assert.Equal(cell, Printed.Name(cell));

    [Theory]
    [InlineData("买买提·阿不都拉", "买买提阿不都拉")]
    [InlineData("买买提•阿不都拉", "买买提阿不都拉")]
    [InlineData("Smith, John", "smith john")]
    [InlineData("O'Brien Mary-Ann", "obrien mary ann")]
    [InlineData("Ｚｈａｎｇ　Ｓａｎ", "zhang san")]
    [InlineData("José García", "jose garcia")]
    [InlineData("Mrs. Jane  Doe", "jane doe")]
    public void Long_names_carry_a_hash_and_their_text(string cell, string expected)
    {
        Assert.Equal(expected, Printed.Name(cell, out var reading));
        Assert.True(PackedName.IsLong(reading.Packed));
        Printed.Name(expected, out var again);
        Assert.Equal(reading.Packed, again.Packed);
    }

    [Theory]
    [InlineData("测试")]
    [InlineData("测试张三")]
    [InlineData("张三测试")]
    [InlineData("test")]
    [InlineData("TEST01")]
    [InlineData("XXX")]
    [InlineData("aaa")]
    public void Test_words_are_placeholders(string cell)
    {
        Printed.Name(cell, out var reading);
        Assert.Equal(RowTraits.Placeholder, reading.Traits);
        Assert.False(reading.LooksLikeName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("无")]
    [InlineData("不详")]
    [InlineData("N/A")]
    [InlineData("--")]
    [InlineData("女士")]
    [InlineData("13812345678")]
    public void A_cell_without_a_name_has_none(string cell) => Assert.Equal("nothing", Printed.Name(cell));

    [Theory]
    [InlineData("上海市第一人民医院")]
    [InlineData("测试")]
    [InlineData("剖宫产")]
    public void Other_text_does_not_look_like_a_name(string cell)
    {
        Printed.Name(cell, out var reading);
        Assert.False(reading.LooksLikeName);
    }
}
