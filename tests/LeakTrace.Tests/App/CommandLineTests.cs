using LeakTrace.Tests.Cases;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Tests.App;

public sealed class CommandLineTests : IDisposable
{
    const string List = "姓名,手机号码,分娩日期,医院\n王小芳,13812345678,2023-05-01,第一医院\n李丽丽,13912345679,2023-05-02,第二医院\n";
    readonly TemporaryFolder _folder = new();

    static (int Code, string Output, string Errors) Run(params string[] args) => TracedCase.Run(args);

    string Case(string list = List)
    {
        _folder.Write("case/seized/list.csv", list);
        return _folder["case"];
    }

    static void IsRefused((int Code, string Output, string Errors) result, params string[] words)
    {
        Assert.Equal(2, result.Code);
        Assert.All(words, word => Assert.Contains(word, result.Errors, StringComparison.Ordinal));
        Assert.StartsWith("leaktrace: ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_no_case_is_refused_with_the_remedy()
    {
        IsRefused(Run("trace", _folder["nowhere"]), "nowhere", "no such folder", "seized/");
        IsRefused(Run("trace", _folder.Write("file.csv")), "file.csv", "this is a file");
        Directory.CreateDirectory(_folder["empty"]);
        IsRefused(Run("trace", _folder["empty"]), "no folder seized/");
        Directory.CreateDirectory(_folder["bare/seized"]);
        IsRefused(Run("import", _folder["bare"]), "holds no file to read");
        IsRefused(Run("inspect", _folder["nowhere.csv"]), "nowhere.csv", "no such file");
    }

    [Fact]
    public void A_case_of_which_nothing_could_be_kept_is_imported()
    {
        var folder = Case("姓名,手机号码\n" + string.Concat(Enumerable.Repeat("王小芳,13812345678\n", 400_000)));
        var result = Run("import", folder, "--cell-limit", "1000");
        Assert.Equal(1, result.Code);
        Assert.Contains("--cell-limit", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Errors);
    }

    [Theory]
    [InlineData("trace", "CASE", "--thread", "2")]
    [InlineData("trace", "CASE", "--threads", "0")]
    [InlineData("trace", "CASE", "--threads", "two")]
    [InlineData("trace", "CASE", "--language", "fr")]
    [InlineData("trace")]
    [InlineData("tracer", "CASE")]
    [InlineData("generate", "hospital", "DIR")]
    [InlineData("inspect", "FILE", "--as", "chats")]
    public void A_call_that_cannot_be_understood_is_refused_before_anything_is_done(params string[] args)
    {
        var folder = Case();
        var result = Run([.. args.Select(arg => arg == "CASE" ? folder : arg)]);
        IsRefused(result, "--help");
        Assert.False(File.Exists(Path.Combine(folder, "case.db")));
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Theory]
    [InlineData("--help", "trace")]
    [InlineData("--version", ".")]
    public void Help_and_version_are_given(string option, string word)
    {
        var (code, output, errors) = Run(option);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_case_is_traced_without_registers()
    {
        var folder = Case();
        var (code, output, errors) = Run("trace", folder, "--language", "en");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("2 valid", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "out", "report.html")));
        Assert.True(File.Exists(Path.Combine(folder, "case.db")));
    }

    [Fact]
    public void A_file_that_cannot_be_read_in_full_makes_the_code_one_and_the_rest_is_traced()
    {
        var folder = Case();
        File.WriteAllBytes(Path.Combine(folder, "seized", "broken.xlsx"), [0x50, 0x4B, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8]);
        var (code, output, _) = Run("trace", folder);
        Assert.Equal(1, code);
        Assert.Contains("2 valid", output, StringComparison.Ordinal);
        Assert.Contains("broken.xlsx", output, StringComparison.Ordinal);
        Assert.Equal(1, Run("import", folder).Code);
    }

    [Fact]
    public void A_sheet_without_columns_to_recognise_is_told_with_what_was_found_and_no_cell()
    {
        var folder = Case();
        _folder.Write("case/seized/odd.csv", "序号,重量,备注\n1,10.5,易碎\n2,20.25,轻放\n3,1.5,无\n");
        Assert.Equal(1, Run("trace", folder).Code);
        var problems = File.ReadAllText(Path.Combine(folder, "out", "tables", "problems.csv"));
        Assert.Contains("odd.csv", problems, StringComparison.Ordinal);
        Assert.Contains("序号, 重量, 备注", problems, StringComparison.Ordinal);
        Assert.Contains("case.json", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("易碎", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_in_use_is_told_and_left_alone()
    {
        var folder = Case();
        Assert.Equal(0, Run("trace", folder).Code);
        var options = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "case.db"), Pooling = false };
        using var other = new SqliteConnection(options.ToString());
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        IsRefused(Run("trace", folder), "case.db", "in use", "--store");
    }

    [Fact]
    public void What_is_no_store_is_refused_with_the_remedy()
    {
        var folder = Case();
        IsRefused(Run("trace", folder, "--store", _folder.Write("text.db", new string('x', 5000))), "text.db", "--store");
        IsRefused(Run("explain", folder, "list.csv!!2"), "case.db");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_before_anything_is_read()
    {
        var folder = Case();
        IsRefused(Run("trace", folder, "--out", Path.Combine(_folder.Write("file.txt"), "out")), "cannot be written", "--out");
        Assert.False(File.Exists(Path.Combine(folder, "case.db")));
    }

    [Fact]
    public void Generating_into_a_folder_with_something_in_it_is_refused()
    {
        _folder.Write("full/note.txt");
        IsRefused(Run("generate", "maternity", _folder["full"]), "something is there");
        Assert.Equal(["note.txt"], Directory.EnumerateFileSystemEntries(_folder["full"]).Select(Path.GetFileName).OfType<string>());
        IsRefused(Run("generate", "maternity", _folder["new"], "--set", "no-such-share=1"), "no-such-share");
        IsRefused(Run("generate", "maternity", _folder["new"], "--set", "masked-share=much"), "masked-share", "double");
        IsRefused(Run("generate", "courier", _folder["new"], "--rows", "0"), "cannot be made");
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public void A_row_is_explained_and_one_that_is_not_there_is_refused()
    {
        var folder = Case();
        Assert.Equal(0, Run("trace", folder).Code);
        var (code, output, _) = Run("explain", folder, "list.csv!!2");
        Assert.Equal(0, code);
        Assert.Contains("list.csv!!2: valid (phone)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", output, StringComparison.Ordinal);
        Assert.DoesNotContain("王小芳", output, StringComparison.Ordinal);
        IsRefused(Run("explain", folder, "list.csv!!99"), "list.csv!!99", "rows.csv");
        IsRefused(Run("explain", folder, "list.csv"), "FILE!SHEET!ROW");
    }

    [Fact]
    public void A_file_is_inspected_with_its_columns_and_masked_samples()
    {
        var path = Path.Combine(Case(), "seized", "list.csv");
        var (code, output, errors) = Run("inspect", path);
        Assert.Equal((0, ""), (code, errors));
        Assert.All(["手机号码", "phone", "person-name", "header in row 1"], word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.All(["13812345678", "王小芳"], word => Assert.DoesNotContain(word, output, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
