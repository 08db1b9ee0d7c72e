using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Archives;

namespace LeakTrace.Tests.Ingest;

public class ArchiveTests
{
    static readonly byte[] _list = Zip.Text("姓名,电话\n张丽华,13911112222\n");

    [Fact]
    public void Members_follow_their_archive_in_order_of_their_names()
    {
        var read = Read(Zip.Of(("乙.csv", _list), ("甲/b.csv", _list), ("a.csv", _list), ("空/", [])));
        Assert.Equal(["a.zip", "a.zip!/a.csv", "a.zip!/乙.csv", "a.zip!/甲/b.csv"], read.Select(file => file.File));
        Assert.Equal(["zip", "csv", "csv", "csv"], read.Select(file => file.Kind));
        Assert.All(read, file => Assert.Equal(64, file.Sha256.Length));
        Assert.All(read, file => Assert.Empty(file.Problems));
        Assert.All(read.Skip(1), file => Assert.Equal(2, file.Sheets[0].Rows));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void Names_are_decoded(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal("a.zip!/产妇名单.csv", Read(Zip.Of(Encoding.GetEncoding(encoding), ("产妇名单.csv", _list)))[1].File);
    }

    [Fact]
    public void Archives_in_archives_are_read_three_deep()
    {
        var inner = Zip.Of(("x.csv", _list));
        for (var i = 0; i < 3; i++)
        {
            inner = Zip.Of(("n.zip", inner), ("x.csv", _list));
        }

        var read = Read(inner);
        Assert.Equal(
            ["a.zip", "a.zip!/n.zip", "a.zip!/n.zip!/n.zip", "a.zip!/n.zip!/n.zip!/n.zip", "a.zip!/n.zip!/n.zip!/x.csv", "a.zip!/n.zip!/x.csv", "a.zip!/x.csv"],
            read.Select(file => file.File));
        Assert.Equal("nested-too-deep", Assert.Single(read[3].Problems).Code);
    }

    [Theory]
    [InlineData("../b.csv")]
    [InlineData("x/../../b.csv")]
    [InlineData("/etc/b.csv")]
    [InlineData("..\\b.csv")]
    [InlineData("C:/b.csv")]
    [InlineData("b\u0007.csv")]
    public void A_member_whose_name_leads_out_is_refused_and_the_others_are_read(string name)
    {
        var read = Read(Zip.Of((name, _list), ("good.csv", _list)));
        Assert.Equal(["a.zip", "a.zip!/good.csv"], read.Select(file => file.File));
        var problem = Assert.Single(read[0].Problems);
        Assert.Equal(("unsafe-name", Severity.Error), (problem.Code, problem.Severity));
        Assert.DoesNotContain('\u0007', problem.Message);
    }

    [Fact]
    public void A_bomb_costs_its_own_member_only()
    {
        var read = Read(Zip.Of(("a.csv", _list), ("bomb.csv", new byte[9_000_000]), ("c.csv", _list)), Limits with { RatioFrom = 1_000_000, Ratio = 100 });
        Assert.Equal(["", "", "archive-bomb", ""], read.Select(Code));
    }

    [Fact]
    public void Members_beyond_the_limits_are_named()
    {
        var large = new byte[600_000];
        new Random(1).NextBytes(large);
        var read = Read(Zip.Of(("a.csv", large), ("b.csv", large), ("c.csv", _list)), Limits with { Unpacked = 1_000_000 });
        Assert.Equal("archive-too-large", Code(read[2]));
        Assert.Equal("", Code(read[3]));
        var few = Read(Zip.Of(("a.csv", _list), ("b.csv", _list), ("c.csv", _list)), Limits with { Members = 2 });
        Assert.Equal(3, few.Count);
        Assert.Equal("too-many-members", Code(few[0]));
        Assert.Contains("c.csv", few[0].Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_member_is_named_with_what_to_do()
    {
        var bytes = Zip.Of(("a.csv", _list), ("b.csv", _list));

        // Bit 0 of the flags, of the first member, in its own header and in the directory.
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        var read = Read(bytes);
        Assert.Equal(["", "encrypted", ""], read.Select(Code));
        Assert.Contains("password", read[1].Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_member_costs_itself_only()
    {
        var noise = new byte[2000];
        new Random(1).NextBytes(noise);
        var bytes = Zip.Of(("a.csv", noise), ("b.csv", _list));
        bytes.AsSpan(40, 60).Fill(0xFF);
        var read = Read(bytes);
        Assert.Equal("a.zip!/b.csv", read[^1].File);
        Assert.Equal(2, read[^1].Sheets[0].Rows);
        Assert.Contains(read[1].Problems, problem => problem.Severity == Severity.Error);
    }

    [Fact]
    public void A_cut_archive_is_an_error_not_an_exception()
    {
        var bytes = Zip.Of(("a.csv", _list));
        using var file = new ScratchFile(bytes[..(bytes.Length - 30)]);
        Assert.Equal("broken-file", Code(file.Import(name: "a.zip")));
    }

    [Fact]
    public void A_long_member_goes_through_a_file_and_leaves_none_behind()
    {
        var text = new StringBuilder("姓名,电话\n");
        var random = new Random(1);
        while (text.Length < 10_000_000)
        {
            text.Append("张丽华,139").Append(random.Next(10_000_000, 99_999_999)).Append('\n');
        }

        var read = Read(Zip.Of(("a.csv", Zip.Text(text.ToString()))));
        Assert.Equal("", Code(read[1]));
        Assert.Equal(text.ToString().Count(c => c == '\n'), read[1].Sheets[0].Rows);
    }

    [Fact]
    public void A_document_is_no_archive()
    {
        using var file = new ScratchFile(Zip.Of(("[Content_Types].xml", _list), ("word/document.xml", _list)));
        Assert.Equal("unsupported-format", Code(file.Import(name: "a.docx")));
    }

    [Fact]
    public void Progress_goes_on_from_member_to_member()
    {
        var seen = new List<long>();
        using var file = new ScratchFile(Zip.Of(("a.csv", _list), ("b.csv", _list)));
        FileImporter.ImportAll(file.Path, "a.zip", InputFolder.Seized, ImportSettings.Default with { Progress = seen.Add });
        Assert.Equal([2, 4], seen);
    }

    static ArchiveLimits Limits => ArchiveLimits.Default;

    static string Code(InputFile file) => file.Problems.FirstOrDefault(problem => problem.Severity == Severity.Error && problem.Code != "no-columns")?.Code ?? "";

    static IReadOnlyList<InputFile> Read(byte[] archive, ArchiveLimits? limits = null)
    {
        using var stream = new MemoryStream(archive);
        return new ArchiveImport(InputFolder.Seized, ImportSettings.Default, limits ?? Limits, CancellationToken.None).Read(stream, "a.zip");
    }
}
