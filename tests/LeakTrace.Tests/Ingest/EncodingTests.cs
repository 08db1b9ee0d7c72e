using System.Text;
using LeakTrace.Ingest.Text;
using LeakTrace.Synthetic;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Tests.Ingest;

public class EncodingTests
{
    const int Texts = 24;
    const int LeastRows = 50;

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("gb18030", true)]
    [InlineData("big5", false)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    public void Encodings_are_told_apart_from_fifty_rows_on(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var right = 0;
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = Table(seed, isTraditional: name == "big5" || seed % 2 == 1);
            var bytes = encoding.GetBytes((mark ? "\uFEFF" : "") + text);
            var found = EncodingSniffer.Find(bytes);
            right += found.Encoding.GetString(bytes.AsSpan(found.BomLength)) == encoding.GetString(bytes).TrimStart('\uFEFF') ? 1 : 0;
        }

        Assert.True(right >= 0.98 * Texts, $"{name}: {right} of {Texts}");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_stray_zero_byte_does_not_make_UTF_16(string name)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes(Table(1, isTraditional: false).Insert(7, "\0"));
        Assert.False(EncodingSniffer.Find(bytes).IsUtf16);
    }

    [Theory]
    [InlineData("utf-8", 1252)]
    [InlineData("utf-8", 28591)]
    [InlineData("gb18030", 28591)]
    public void Text_that_was_read_as_Latin_is_repaired(string real, int wrong)
    {
        var text = Table(3, isTraditional: false);
        var damaged = Encoding.GetEncoding(wrong).GetString(Encoding.GetEncoding(real).GetBytes(text));
        using var file = new ScratchFile(damaged);
        using var sound = new ScratchFile(text);
        var (read, expected) = (file.Import(), sound.Import());
        Assert.Contains(read.Problems, problem => problem is { Code: "repaired-text", Severity: LeakTrace.Engine.Records.Severity.Warning });
        Assert.Equal(expected.Sheets[0].Layout.Columns.Select(column => column.Header), read.Sheets[0].Layout.Columns.Select(column => column.Header));
        Assert.Equal(expected.Sheets[0].Records.SelectMany(table => table.RowHashes), read.Sheets[0].Records.SelectMany(table => table.RowHashes));
    }

    [Fact]
    public void Text_that_was_read_as_GBK_is_repaired_where_its_bytes_are_left()
    {
        var text = "编号,姓名,电话\r\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},张丽,{13_900_000_000L + i}\r\n{i},李淑芬,{13_800_000_000L + i}\r\n"));
        var damaged = Encoding.GetEncoding(936).GetString(Encoding.UTF8.GetBytes(text));
        using var file = new ScratchFile(damaged);
        var read = file.Import();
        Assert.Contains(read.Problems, problem => problem.Code == "repaired-text");
        Assert.Equal("UTF-8, UTF-8 read as GBK", read.Encoding);
        var names = read.Sheets[0].Records[0][LeakTrace.Engine.Records.FieldRole.PersonName]!.Values;
        Assert.Equal(121, read.Sheets[0].Rows);
        Assert.Equal(('张', '丽'), (LeakTrace.Engine.Records.PackedName.UnitAt(names[1], 0), LeakTrace.Engine.Records.PackedName.UnitAt(names[1], 1)));
        Assert.Equal('李', LeakTrace.Engine.Records.PackedName.UnitAt(names[2], 0));
    }

    [Theory]
    [InlineData("nom,prénom,téléphone\nMüller,Zoé,0612345678\nGarçon,Noël,0612345679\nÅström,Åsa,0612345680\n")]
    [InlineData("姓名,电话\n张丽华,13911112222\n寮犱,13711113333\n浣犲ソ,13711113334\n陈嘉怡,13911112224\n欧阳娜娜,13911112225\n")]
    [InlineData("name,phone\nann,13911112222\n")]
    [InlineData("file,seller\r\n面单001.txt,S1\r\n面单002.html,S2\r\n面单003.csv,S1\r\n面单004.xlsx,S2\r\n面单005.csv,S1")]
    public void Sound_text_is_left_alone(string text) => Assert.Null(TextRepair.Find(text));

    static string Table(int seed, bool isTraditional)
    {
        var chance = new Chance(seed, Topic.Person);
        var text = new StringBuilder(isTraditional ? "編號,姓名,電話,地址,醫院\r\n" : "编号,姓名,电话,地址,医院\r\n");
        var rows = LeastRows + seed * 10;
        for (var i = 0; i < rows; i++)
        {
            var name = Surnames.Draw(chance) + GivenNames.Woman(chance);
            var line = (seed % 3) switch
            {
                0 => $"{i},{name},{13_900_000_000L + i},{Addresses.Draw(chance, Addresses.Districts[i % Addresses.Districts.Length])},市妇产科医院",
                1 => $"{i},{name},{13_900_000_000L + i},,",
                _ => $",{name},,{Addresses.Draw(chance, Addresses.Districts[0])}{Addresses.Draw(chance, Addresses.Districts[1])}的路上二楼东西向新村居民委员会转交,市第一妇婴保健院",
            };
            text.Append(isTraditional ? TraditionalForms.Of(line) : line).Append("\r\n");
        }

        return text.ToString();
    }
}
