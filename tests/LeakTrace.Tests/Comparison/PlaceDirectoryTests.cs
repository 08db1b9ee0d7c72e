using LeakTrace.Engine.Comparison;

namespace LeakTrace.Tests.Comparison;

public sealed class PlaceDirectoryTests
{
    static PlaceDirectory City()
    {
        var places = new PlaceDirectory();
        places.AddSource("江城市第一人民医院", 5000);
        places.AddSource("江城市第二人民医院", 900);
        places.AddSource("江城市妇幼保健院", 4000);
        places.AddSource("安和医院", 100);
        return places;
    }

    [Theory]
    [InlineData("江城市第一人民医院", "江城市第一人民医院")]
    [InlineData("市第一人民医院", "江城市第一人民医院")]
    [InlineData("市一院", "江城市第一人民医院")]
    [InlineData("第二人民医院", "江城市第二人民医院")]
    [InlineData("妇幼", "江城市妇幼保健院")]
    [InlineData("江城市妇幼保建院", "江城市妇幼保健院")]
    [InlineData("安和医院(东院区)", "安和医院")]
    public void A_short_or_misspelt_label_is_the_source_that_it_fits_best(string label, string source)
    {
        var places = City();
        Assert.Equal(source, places.NameOf(places.Resolve(label)));
    }

    [Theory]
    [InlineData("江城市第三人民医院")]
    [InlineData("省肿瘤医院")]
    [InlineData("人民医院")]
    public void A_label_that_fits_none_or_several_is_a_place_of_its_own(string label)
    {
        var places = City();
        Assert.True(places.Resolve(label) > places.SourceCount);
    }

    [Fact]
    public void A_label_that_fits_several_may_be_each_of_them()
    {
        var places = City();
        places.AddSource("海城市妇幼保健院", 3000);
        var label = places.Resolve("妇幼保健院");
        var levels = places.Levels();
        Assert.Equal(PlaceLevel.Possible, levels[label, 3]);
        Assert.Equal(PlaceLevel.Possible, levels[5, label]);
        Assert.Equal(PlaceLevel.Different, levels[label, 1]);
    }

    [Fact]
    public void Agreement_says_more_the_smaller_the_source()
    {
        var levels = City().Levels();
        Assert.Equal(PlaceLevel.SameLarge, levels[1, 1]);
        Assert.Equal(PlaceLevel.SameMiddling, levels[2, 2]);
        Assert.Equal(PlaceLevel.SameSmall, levels[4, 4]);
        Assert.Equal(PlaceLevel.Different, levels[1, 2]);
        Assert.Equal(PlaceLevel.Absent, levels[0, 2]);
    }

    [Fact]
    public void An_alias_stands_for_its_source_and_an_unknown_source_is_reported()
    {
        var places = City();
        Assert.True(places.AddAlias("老院区", "安和医院"));
        Assert.False(places.AddAlias("新院区", "无此医院"));
        Assert.Equal("安和医院", places.NameOf(places.Resolve("老院区")));
    }
}
