using LeakTrace.Cases;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Cases;

public sealed class CaseFolderTests : IDisposable
{
    readonly TemporaryFolder _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Lists_the_three_folders_in_ordinal_order_with_slashes()
    {
        foreach (var name in (string[])["seized/b/z.csv", "seized/b.csv", "seized/B.csv", "seized/盘一/一月.xlsx", "registry/r.csv",
            "access-log/2023/l.csv", "notes/ignored.csv"])
        {
            _case.Write(name);
        }

        var folder = CaseFolder.Open(_case.Path);

        Assert.Equal(
            ["B.csv", "b.csv", "b/z.csv", "盘一/一月.xlsx", "registry/r.csv", "access-log/2023/l.csv"],
            folder.Inputs.Select(input => input.File));
        Assert.All(folder.Inputs, input => Assert.True(File.Exists(input.Path)));
        Assert.Equal(InputFolder.AccessLog, folder.Inputs[^1].Folder);
        Assert.Empty(folder.Problems);
        Assert.Null(folder.DeliveriesPath);
        Assert.Null(folder.SettingsPath);
    }

    [Fact]
    public void Finds_deliveries_and_settings()
    {
        _case.Write("seized/a.csv");
        var deliveries = _case.Write("deliveries.csv");
        var settings = _case.Write("case.json");

        var folder = CaseFolder.Open(_case.Path);

        Assert.Equal(deliveries, folder.DeliveriesPath);
        Assert.Equal(settings, folder.SettingsPath);
    }

    [Theory]
    [InlineData("~$一月.xlsx")]
    [InlineData(".~lock.a.csv#")]
    [InlineData(".DS_Store")]
    [InlineData("._a.csv")]
    [InlineData("thumbs.db")]
    public void Passes_over_debris_with_a_note(string name)
    {
        _case.Write("seized/a.csv");
        _case.Write("seized/盘一/" + name);

        var folder = CaseFolder.Open(_case.Path);

        Assert.Equal(["a.csv"], folder.Inputs.Select(input => input.File));
        var problem = Assert.Single(folder.Problems);
        Assert.Equal(("盘一/" + name, Severity.Note, "skipped-file"), (problem.File, problem.Severity, problem.Code));
    }

    [Fact]
    public void Follows_links_to_files_and_to_folders_elsewhere()
    {
        using var elsewhere = new TemporaryFolder();
        _case.Write("seized/a.csv");
        File.CreateSymbolicLink(_case["seized/link.csv"], elsewhere.Write("b.csv"));
        Directory.CreateSymbolicLink(_case["seized/disk"], elsewhere.Path);

        Assert.Equal(["a.csv", "disk/b.csv", "link.csv"], CaseFolder.Open(_case.Path).Inputs.Select(input => input.File));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("seized")]
    [InlineData("seized/inner")]
    public void Does_not_follow_a_link_to_a_folder_above_it(string target)
    {
        _case.Write("seized/inner/a.csv");
        Directory.CreateSymbolicLink(_case["seized/inner/loop"], Path.GetFullPath(_case[target]));

        var folder = CaseFolder.Open(_case.Path);

        Assert.Equal(["inner/a.csv"], folder.Inputs.Select(input => input.File));
        Assert.Equal("skipped-folder", Assert.Single(folder.Problems).Code);
    }

    [Fact]
    public void Reports_a_link_to_nothing_as_an_error()
    {
        _case.Write("seized/a.csv");
        File.CreateSymbolicLink(_case["seized/b.csv"], _case["nothing.csv"]);

        var problem = Assert.Single(CaseFolder.Open(_case.Path).Problems);

        Assert.Equal(("b.csv", Severity.Error, "broken-link"), (problem.File, problem.Severity, problem.Code));
    }

    [Fact]
    public void Says_what_to_do_about_a_path_that_is_no_case()
    {
        var file = _case.Write("file.csv");
        Directory.CreateDirectory(_case["bare"]);
        _case.Write("empty/seized/.DS_Store");

        Assert.Contains("there is no such folder", Failure(_case["absent"]), StringComparison.Ordinal);
        Assert.Contains("this is a file", Failure(file), StringComparison.Ordinal);
        Assert.Contains($"has no folder seized/. Put the seized files below {_case["bare"]}/seized", Failure(_case["bare"]), StringComparison.Ordinal);
        Assert.Contains("holds no file to read. Put the seized files below", Failure(_case["empty"]), StringComparison.Ordinal);
    }

    static string Failure(string path) => Assert.Throws<InputException>(() => CaseFolder.Open(path)).Message;
}
