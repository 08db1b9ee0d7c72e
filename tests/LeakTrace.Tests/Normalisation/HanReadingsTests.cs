using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Normalisation;

public sealed class HanReadingsTests
{
    [Theory]
    [InlineData('张', "zhang", 1)]
    [InlineData('吕', "lv", 3)]
    [InlineData('卢', "lu", 2)]
    [InlineData('女', "nv", 3)]
    [InlineData('单', "dan", 1)]
    [InlineData('曾', "ceng", 2)]
    public void Usual_readings_have_a_syllable_and_a_tone(char han, string syllable, int tone)
    {
        Assert.Equal(syllable, HanReadings.Spelling(HanReadings.Toneless(han)));
        Assert.Equal(tone, HanReadings.Toned(han) & 7);
    }

    [Theory]
    [InlineData('单', "shan")]
    [InlineData('曾', "zeng")]
    [InlineData('仇', "qiu")]
    [InlineData('卜', "bu")]
    [InlineData('朴', "piao")]
    [InlineData('解', "xie")]
    [InlineData('查', "zha")]
    [InlineData('区', "ou")]
    [InlineData('盖', "ge")]
    [InlineData('尉', "wei")]
    [InlineData('任', "ren")]
    [InlineData('华', "hua")]
    [InlineData('翟', "zhai")]
    [InlineData('乐', "yue")]
    [InlineData('王', "wang")]
    public void Surnames_have_their_own_readings(char han, string syllable) =>
        Assert.Equal(syllable, HanReadings.Spelling(HanReadings.TonelessSurname(han)));

    [Fact]
    public void All_readings_start_with_the_usual_one_and_include_the_surnames()
    {
        foreach (var surname in CharacterTables.Surnames)
        {
            var all = HanReadings.AllToneless(surname);
            Assert.Equal(HanReadings.Toneless(surname), all[0]);
            Assert.True(all.Contains(HanReadings.TonelessSurname(surname)));
        }
    }

    [Theory]
    [InlineData("王", 1)]
    [InlineData("欧阳修", 2)]
    [InlineData("欧阳", 1)]
    [InlineData("司马相如", 2)]
    [InlineData("的士", 0)]
    [InlineData("abc", 0)]
    [InlineData("", 0)]
    public void Knows_the_surname_of_a_name(string name, int length) => Assert.Equal(length, HanReadings.SurnameLength(name));

    [Fact]
    public void Shapes_are_known()
    {
        Assert.Equal(1010, HanShapes.FourCorner('王'));
        Assert.Equal(4, HanShapes.Strokes('王'));
        Assert.Equal(HanShapes.UnknownFourCorner, HanShapes.FourCorner('a'));
        Assert.Equal(0, HanShapes.Strokes('a'));
        Assert.True(HanReadings.AllToneless('a').IsEmpty);
        Assert.False(HanReadings.IsHan('a'));
        Assert.True(HanReadings.IsHan('王'));
    }
}
