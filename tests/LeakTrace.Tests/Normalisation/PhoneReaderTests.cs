namespace LeakTrace.Tests.Normalisation;

public sealed class PhoneReaderTests
{
    [Theory]
    [InlineData("13812345678")]
    [InlineData(" 13812345678\u200b ")]
    [InlineData("+86 138-1234-5678")]
    [InlineData("0086 138 1234 5678")]
    [InlineData("86-13812345678")]
    [InlineData("8613812345678")]
    [InlineData("（+86）13812345678")]
    [InlineData("138.1234.5678")]
    [InlineData("1381234 5678")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("013812345678")]
    [InlineData("13812345678.0")]
    [InlineData("13812345678.00")]
    [InlineData("1.3812345678E+10")]
    [InlineData("'13812345678")]
    [InlineData("=\"13812345678\"")]
    [InlineData("手机：13812345678（微信同号）")]
    [InlineData("13812345678转8001")]
    [InlineData("13812345678-8001")]
    [InlineData("13812345678,13812345678")]
    public void Reads_a_mobile_however_it_is_written(string cell) =>
        Assert.Equal("Mobile 13812345678", Printed.Phones(cell));

    [Theory]
    [InlineData("13812345678/13912345678")]
    [InlineData("13812345678、13912345678")]
    [InlineData("13812345678 13912345678")]
    [InlineData("138 1234 5678或139 1234 5678")]
    [InlineData("13812345678;13912345678;")]
    [InlineData("13812345678，13912345678")]
    [InlineData("1381234567813912345678")]
    [InlineData("妈妈13812345678\n爸爸13912345678")]
    public void Reads_several_numbers_of_a_cell(string cell) =>
        Assert.Equal("Mobile 13812345678, Mobile 13912345678", Printed.Phones(cell));

    [Theory]
    [InlineData("138****5678", "138****5678")]
    [InlineData("138xxxx5678", "138****5678")]
    [InlineData("138XXXX5678", "138****5678")]
    [InlineData("138＊＊＊＊5678", "138****5678")]
    [InlineData("138●●●●5678", "138****5678")]
    [InlineData("138 **** 5678", "138****5678")]
    [InlineData("138**5678", "138****5678")]
    [InlineData("138******5678", "138****5678")]
    [InlineData("138----5678", "138****5678")]
    [InlineData("138…5678", "138****5678")]
    [InlineData("138……", "138********")]
    [InlineData("1381234****", "1381234****")]
    [InlineData("*******5678", "*******5678")]
    [InlineData("1.38E+10", "138********")]
    public void Masked_digits_stay_wildcards(string cell, string digits) =>
        Assert.Equal("MaskedMobile " + digits, Printed.Phones(cell));

    [Theory]
    [InlineData("021-58881234", "02158881234")]
    [InlineData("(021)58881234", "02158881234")]
    [InlineData("021 5888 1234", "02158881234")]
    [InlineData("0512-6888123", "05126888123")]
    [InlineData("0512-68881234转801", "051268881234")]
    [InlineData("021-58881234-801", "02158881234")]
    [InlineData("021-58881234 ext. 801", "02158881234")]
    [InlineData("+86-21-58881234", "02158881234")]
    [InlineData("400-820-8820", "4008208820")]
    public void Landlines_keep_their_area_code_and_lose_their_extension(string cell, string digits) =>
        Assert.Equal("Landline " + digits, Printed.Phones(cell));

    [Theory]
    [InlineData("58881234", "58881234")]
    [InlineData("1381234567", "1381234567")]
    [InlineData("138123456789", "138123456789")]
    [InlineData("138-1234-567", "1381234567")]
    [InlineData("12812345678", "12812345678")]
    [InlineData("23812345678", "23812345678")]
    public void What_is_no_number_is_kept_as_malformed(string cell, string digits) =>
        Assert.Equal("Malformed " + digits, Printed.Phones(cell));

    [Theory]
    [InlineData("13800138000")]
    [InlineData("11111111111")]
    [InlineData("00000000000")]
    [InlineData("12345678901")]
    [InlineData("01234567890")]
    [InlineData("10000000000")]
    [InlineData("13000000000")]
    [InlineData("13800000000")]
    [InlineData("138-0013-8000", "13800138000")]
    public void Dummies_are_placeholders(string cell, string? digits = null) =>
        Assert.Equal("Placeholder " + (digits ?? cell), Printed.Phones(cell));

    [Theory]
    [InlineData("13888888888")]
    [InlineData("13812345678")]
    [InlineData("18666666666")]
    public void Memorable_numbers_are_somebodys(string cell) => Assert.Equal("Mobile " + cell, Printed.Phones(cell));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("无")]
    [InlineData("****")]
    [InlineData("见备注")]
    public void A_cell_without_digits_holds_no_phone(string cell) => Assert.Equal("", Printed.Phones(cell));

    [Fact]
    public void Well_formed_numbers_come_before_malformed_ones() =>
        Assert.Equal("Mobile 13812345678, Malformed 58881234", Printed.Phones("58881234/13812345678"));
}
