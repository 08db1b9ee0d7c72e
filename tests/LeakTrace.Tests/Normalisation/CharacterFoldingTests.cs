using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Normalisation;

public sealed class CharacterFoldingTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("　 a \t\u00a0 b\r\n", "a b")]
    [InlineData("劉鄧鍾葉", "刘邓钟叶")]
    [InlineData("髙衞眞黃", "高卫真黄")]
    [InlineData("①Éß", "1eß")]
    [InlineData("z\u200bh\u0301", "zh")]
    [InlineData("（a）—b", "(a)-b")]
    [InlineData("\ufa19", "神")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("張乾", "张乾")]
    [InlineData("於", "於")]
    public void Folds_what_means_nothing(string text, string expected) => Assert.Equal(expected, Printed.Folded(text));

    [Fact]
    public void Every_unit_folds_to_itself_in_the_second_step()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var once = CharacterFolding.Fold((char)unit);
            Assert.Equal(once, once == 0 ? once : CharacterFolding.Fold(once));
        }
    }

    [Fact]
    public void An_address_that_counts_as_folded_is_what_folding_leaves()
    {
        var random = new Random(13);
        var folded = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var cell = new char[random.Next(24)];
            for (var i = 0; i < cell.Length; i++)
            {
                cell[i] = random.Next(60) switch
                {
                    < 40 => (char)random.Next(0x4E00, 0xA000),
                    < 58 => "0123456789abcz"[random.Next(14)],
                    _ => "-A（ *#々\u200b〇"[random.Next(9)],
                };
            }

            var buffer = new char[cell.Length];
            if (AddressReader.IsFolded(cell))
            {
                folded++;
                Assert.Equal(new string(cell), new string(buffer, 0, AddressReader.Fold(cell, buffer)));
            }
        }

        Assert.InRange(folded, 2000, 18_000);
    }

    [Fact]
    public void No_two_of_the_hundred_commonest_surnames_merge()
    {
        var surnames = CharacterTables.Surnames[..100];
        Assert.Equal(100, surnames.Select(CharacterFolding.Fold).Distinct().Count());
        Assert.Equal(surnames, string.Concat(surnames.Select(CharacterFolding.Fold)));
    }

    [Theory]
    [InlineData("上海市 浦东新区，张江路 12 号 3-201室", "上海市浦东新区张江路12号3-201室")]
    [InlineData("張江路１２號", "张江路12号")]
    [InlineData("3－201", "3-201")]
    [InlineData("张江路**号", "张江路**号")]
    public void Addresses_fold_to_letters_and_digits(string cell, string expected)
    {
        var folded = new char[cell.Length];
        Assert.Equal(expected, new string(folded, 0, AddressReader.Fold(cell, folded)));
    }

    [Theory]
    [InlineData("sf 1234-5678 9012", "SF123456789012")]
    [InlineData("ＳＦ１２３４", "SF1234")]
    [InlineData("运单号：SF1234", "SF1234")]
    [InlineData("73123456789012.0", "73123456789012")]
    [InlineData("沪妇字第12号", "沪妇字第12号")]
    public void Codes_fold_to_capitals(string cell, string expected)
    {
        var folded = new char[cell.Length];
        Assert.Equal(expected, new string(folded, 0, CodeReader.Fold(cell, folded)));
    }

    [Fact]
    public void Signatures_of_one_edit_share_most_bits()
    {
        var left = AddressReader.Signature("上海市浦东新区张江路12号3-201室");
        var right = AddressReader.Signature("上海浦东新区张江路12号3-201室");
        var other = AddressReader.Signature("北京市海淀区中关村大街88号");
        Assert.True(ulong.PopCount(left & right) >= 12);
        Assert.True(ulong.PopCount(left & other) <= 6);
        Assert.Equal(0UL, AddressReader.Signature(""));
    }
}
