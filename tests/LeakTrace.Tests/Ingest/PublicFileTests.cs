using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using Xunit.Abstractions;

namespace LeakTrace.Tests.Ingest;

/// <summary>Odd and broken files from public collections; the folder comes from the variable LEAKTRACE_DATA.</summary>
public class PublicFileTests(ITestOutputHelper output)
{
    [Fact]
    public void No_file_throws_and_every_unread_file_has_an_error_with_a_remedy()
    {
        if (Folder() is not { } folder)
        {
            return;
        }

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        Assert.NotEmpty(files);
        foreach (var path in files)
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var read = FileImporter.Import(path, name, InputFolder.Seized, ImportSettings.Default);
            output.WriteLine($"{name}: {read.Kind} {read.Encoding} {read.Sheets.Count} sheets {string.Join(' ', read.Problems.Select(p => p.Code).Distinct())}");
            Assert.Equal(64, read.Sha256.Length);
            Assert.True(read.Kind != "unknown" || read.Problems.Any(problem => problem.Severity == Severity.Error), name);
            Assert.All(read.Problems, problem => Assert.EndsWith(".", problem.Message.TrimEnd(')')));
            foreach (var sheet in read.Sheets)
            {
                var rows = sheet.Records.SelectMany(segment => segment.Rows).ToArray();
                Assert.True(rows.Length == 0 || rows[^1] == sheet.Rows, name);
                Assert.Equal(rows.Order(), rows);
            }
        }
    }

    [Theory]
    [InlineData("enc_utf8.csv")]
    [InlineData("enc_utf8bom.csv")]
    [InlineData("enc_utf16lebom.csv")]
    [InlineData("enc_utf16le_nobom.csv")]
    [InlineData("enc_gbk.csv")]
    [InlineData("enc_gb18030.csv")]
    [InlineData("enc_big5.csv")]
    public void Every_encoding_reads_alike(string name)
    {
        if (Folder() is not { } folder)
        {
            return;
        }

        var read = FileImporter.Import(Path.Combine(folder, "edge_generated", name), name, InputFolder.Seized, ImportSettings.Default);
        var sheet = Assert.Single(read.Sheets);
        Assert.Equal(4, sheet.Rows);
        Assert.Equal([FieldRole.PersonName, FieldRole.Phone, FieldRole.NationalId], sheet.Layout.Columns.Select(column => column.Role));
        Assert.StartsWith("姓名", sheet.Layout.Columns[0].Header);
    }

    string? Folder()
    {
        var data = Environment.GetEnvironmentVariable("LEAKTRACE_DATA");
        if (string.IsNullOrEmpty(data))
        {
            output.WriteLine("SKIPPED: set LEAKTRACE_DATA to the folder of public test files to run this test.");
            Console.Error.WriteLine("SKIPPED: LEAKTRACE_DATA is not set; public test files were not read.");
            return null;
        }

        return Path.Combine(data, "sheets");
    }
}
