using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Normalisation;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2023-05-01")]
    [InlineData("2023/5/1")]
    [InlineData("2023.05.01")]
    [InlineData("2023年5月1日")]
    [InlineData("2023年05月01号")]
    [InlineData("２０２３年５月１日")]
    [InlineData("2023 年 5 月 1 日 星期一")]
    [InlineData("20230501")]
    [InlineData("20230501.0")]
    [InlineData("45047")]
    [InlineData("45047.0")]
    [InlineData("23-5-1")]
    [InlineData("230501")]
    [InlineData("23年5月1日")]
    [InlineData("5/1/23")]
    [InlineData("5/1/2023")]
    [InlineData("1 May 2023")]
    [InlineData("May 1st, 2023")]
    [InlineData("1-May-23")]
    [InlineData("Mon, 1 May 2023")]
    [InlineData("二〇二三年五月一日")]
    [InlineData("二零二三年五月一日")]
    [InlineData("民国112年5月1日")]
    [InlineData("民國 112 年 05 月 01 日")]
    public void Reads_a_day_however_it_is_written(string cell) =>
        Assert.Equal("2023-05-01", Printed.Date(cell, new DateContext(false, 2023, false, false)));

    [Theory]
    [InlineData("2023-05-01T13:45:00")]
    [InlineData("2023-05-01 13:45")]
    [InlineData("2023/5/1 13:45:00")]
    [InlineData("2023-05-01T13:45:00.000+08:00")]
    [InlineData("2023年5月1日13时45分")]
    [InlineData("2023年5月1日下午1点45分")]
    [InlineData("2023-05-01 下午 1:45")]
    [InlineData("5/1/2023 1:45 PM")]
    [InlineData("20230501134500")]
    [InlineData("20230501 13:45")]
    [InlineData("45047.572916666664")]
    public void Reads_the_time_of_day(string cell) =>
        Assert.Equal("2023-05-01 13:45:00", Printed.Date(cell, new DateContext(false, 0, false, false)));

    [Theory]
    [InlineData("5月1日", "2021-05-01 YearAssumed")]
    [InlineData("5-1", "2021-05-01 YearAssumed")]
    [InlineData("五月十一日", "2021-05-11 YearAssumed")]
    [InlineData("5月1日 9:30", "2021-05-01 09:30:00 YearAssumed")]
    [InlineData("2023-05", "2023-05-01 Month")]
    [InlineData("2023年5月", "2023-05-01 Month")]
    [InlineData("May 2023", "2023-05-01 Month")]
    [InlineData("202305", "2023-05-01 Month")]
    [InlineData("2023", "2023-01-01 Year")]
    [InlineData("2023年", "2023-01-01 Year")]
    public void Says_how_much_was_given(string cell, string expected) =>
        Assert.Equal(expected, Printed.Date(cell, new DateContext(false, 2021, false, false)));

    [Theory]
    [InlineData("5月1日")]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("1899-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("13:45")]
    [InlineData("12")]
    [InlineData("61234")]
    [InlineData("13812345678")]
    [InlineData("3号楼2单元")]
    [InlineData("上海市第一人民医院")]
    [InlineData("")]
    [InlineData("无")]
    public void What_is_no_date_is_none(string cell) =>
        Assert.Equal("nothing", Printed.Date(cell, new DateContext(false, 0, false, false)));

    [Theory]
    [InlineData("03/04/2023", false, "2023-03-04")]
    [InlineData("03/04/2023", true, "2023-04-03")]
    [InlineData("25/04/2023", false, "2023-04-25")]
    [InlineData("04/25/2023", true, "2023-04-25")]
    public void The_file_says_whether_the_day_comes_first(string cell, bool dayFirst, string expected) =>
        Assert.Equal(expected, Printed.Date(cell, new DateContext(false, 0, dayFirst, false)));

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("60", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("45047", false, "2023-05-01")]
    [InlineData("43585", true, "2023-05-01")]
    public void Serials_count_from_1900_or_1904(string cell, bool is1904, string expected) =>
        Assert.Equal(expected, Printed.Date(cell, new DateContext(is1904, 0, false, true)));

    [Fact]
    public void An_impossible_time_leaves_the_day() =>
        Assert.Equal("2023-05-01", Printed.Date("2023-05-01 25:00", default));

    [Fact]
    public void Six_digits_follow_the_year_of_the_file()
    {
        Assert.Equal("2020-01-05", Printed.Date("200105", new DateContext(false, 2020, false, false)));
        Assert.Equal("2001-05-01 Month", Printed.Date("200105", new DateContext(false, 2001, false, false)));
    }
}
