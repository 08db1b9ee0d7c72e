using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Tests.App;

public sealed class VerifyCommandTests : IDisposable
{
    readonly TracedCase _traced = TracedCase.Maternity();

    public void Dispose() => _traced.Dispose();

    (int Code, string Output, string Errors) Verify() => TracedCase.Run("verify", _traced.Folder, "--out", _traced.Out);

    [Fact]
    public void What_was_traced_is_verified_and_every_change_of_it_is_named()
    {
        var (code, output, errors) = Verify();
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("are the same in csv, json, xlsx and html", output, StringComparison.Ordinal);

        var seized = Directory.EnumerateFiles(Path.Combine(_traced.Folder, "seized"), "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        Changed(seized, text => text + "\n", "is changed since it was read");
        Changed(seized, null, "is missing: it was read and is no longer there");
        var added = Path.Combine(_traced.Folder, "seized", "new.csv");
        File.WriteAllText(added, "姓名,电话\n");
        Failed("new.csv is new");
        File.Delete(added);

        Changed(Path.Combine(_traced.Folder, "deliveries.csv"), text => text + "\n", "deliveries.csv is changed since the trace");
        Changed(Path.Combine(_traced.Out, "tables/sources.csv"), text => text + "\n", "tables/sources.csv is changed since the trace");
        Changed(Path.Combine(_traced.Out, "report.html"), null, "report.html is missing");
        Assert.Equal(0, Verify().Code);
    }

    [Fact]
    public void A_total_that_differs_in_any_of_the_outputs_is_named_with_its_numbers()
    {
        var counts = Path.Combine(_traced.Out, "tables/counts.csv");
        var all = File.ReadAllLines(counts)[1].Split(',');
        string total = all[2], valid = all[10];
        Changed(counts, text => text.Replace($"all,,{total},", "all,,7,", StringComparison.Ordinal), $"the total is 7.");
        Changed(Path.Combine(_traced.Out, "report.json"),
            text => text.Replace($"\"valid\":{valid},", "\"valid\":7,", StringComparison.Ordinal), "all '', valid: 7 in report.json");
        var shown = long.Parse(valid, System.Globalization.CultureInfo.InvariantCulture).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        Changed(Path.Combine(_traced.Out, "report.html"),
            text => text.Replace($"<td class=\"n\">{shown}</td>", "<td class=\"n\">7</td>", StringComparison.Ordinal), "all '', valid: 7 in report.html");
        Changed(Path.Combine(_traced.Out, "tables/rows.csv"), text => text[..text.LastIndexOf("\r\n", text.Length - 3, StringComparison.Ordinal)] + "\r\n", "tables/rows.csv has");

        var workbook = Path.Combine(_traced.Out, "report.xlsx");
        var before = File.ReadAllBytes(workbook);
        Edit(workbook, "xl/worksheets/sheet3.xml", sheet => sheet.Replace("<v>", "<v>1", StringComparison.Ordinal));
        Failed(" in report.xlsx, ");
        File.WriteAllBytes(workbook, before);
        Assert.Equal(0, Verify().Code);
    }

    [Theory]
    [InlineData("UPDATE chunk SET data = zeroblob(length(data)) WHERE id = (SELECT min(id) FROM chunk)", "is changed in the store")]
    [InlineData("UPDATE result_block SET data = zeroblob(length(data)) WHERE rowid = (SELECT min(rowid) FROM result_block)", "rows or matches in the store are not those")]
    [InlineData("UPDATE input SET settings_hash = 'x'", "the list of inputs in the store is not the one")]
    [InlineData("DROP TRIGGER audit_is_not_changed; UPDATE audit SET detail = replace(detail, 'seed 1', 'seed 2')", "entry 1 does not continue the chain")]
    [InlineData("DROP TRIGGER audit_is_not_shortened; DELETE FROM audit", "it has no entry")]
    public void A_change_of_the_store_is_named(string statement, string message)
    {
        using (var database = new SqliteConnection($"Data Source={Path.Combine(_traced.Folder, "case.db")};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are those above.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        Failed(message);
    }

    [Fact]
    public void A_case_that_was_never_traced_cannot_be_verified()
    {
        var (code, _, errors) = TracedCase.Run("verify", _traced.Folder, "--store", _traced["none.db"]);
        Assert.Equal(2, code);
        Assert.Contains("Run 'leaktrace trace'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_after_the_trace_is_told_from_a_change()
    {
        Assert.Equal(0, TracedCase.Run("import", _traced.Folder).Code);
        Assert.Equal(0, Verify().Code);
        Assert.Equal(0, _traced.Trace(_traced.Folder, "other", "--language", "en").Code);
        Assert.Equal(0, Verify().Code);
        Assert.Equal(0, TracedCase.Run("verify", _traced.Folder, "--out", _traced["other"]).Code);
    }

    void Changed(string path, Func<string, string>? change, string message)
    {
        var before = File.ReadAllBytes(path);
        File.Delete(path);
        if (change is not null)
        {
            var after = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(before)));
            Assert.NotEqual(before, after);
            File.WriteAllBytes(path, after);
        }

        Failed(message);
        File.WriteAllBytes(path, before);
    }

    void Failed(string message)
    {
        var (code, output, errors) = Verify();
        Assert.Equal((1, ""), (code, errors));
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.Contains("Not verified", output, StringComparison.Ordinal);
    }

    static void Edit(string workbook, string part, Func<string, string> change)
    {
        using var archive = ZipFile.Open(workbook, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(archive.GetEntry(part)!.Open(), Encoding.UTF8))
        {
            text = reader.ReadToEnd();
        }

        archive.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(change(text));
    }
}
