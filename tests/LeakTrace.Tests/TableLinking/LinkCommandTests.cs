using LeakTrace.App;
using LeakTrace.Tests.Cases;

namespace LeakTrace.Tests.TableLinking;

public sealed class LinkCommandTests
{
    const string People = "id,name,born,town\n1,Anna Berg,1980-03-14,Ulm\n2,Anna Bergg,1980-03-14,Ulm\n3,Karl Voss,1971-11-02,Kiel\n4,Jo Maas,1965-01-30,Bonn\n";

    static async Task<(int Code, string Output, string Errors)> Call(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task Everything_wrong_in_a_profile_is_named_at_once_with_the_columns_there_are()
    {
        using var folder = new TemporaryFolder();
        var table = Path.Combine(folder.Path, "people.csv");
        var profile = Path.Combine(folder.Path, "profile.json");
        await File.WriteAllTextAsync(table, People);
        await File.WriteAllTextAsync(profile, """{ "id": "key", "fields": [ { "name": "n", "column": "surname", "type": "name" }, { "name": "d", "column": "born", "type": "day" } ] }""");
        var (code, _, errors) = await Call("dedupe", table, "--profile", profile);
        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("no column \"key\"", errors, StringComparison.Ordinal);
        Assert.Contains("no column \"surname\". It has: id, name, born, town", errors, StringComparison.Ordinal);
        Assert.Contains("type \"day\" is not known. Types: name, phone", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_record_has_a_line_with_its_cluster()
    {
        using var folder = new TemporaryFolder();
        var table = Path.Combine(folder.Path, "people.csv");
        var result = Path.Combine(folder.Path, "out.csv");
        await File.WriteAllTextAsync(table, People);
        var (code, _, _) = await Call("dedupe", table, "--out", result);
        Assert.Equal(ExitCode.Done, code);
        var lines = await File.ReadAllLinesAsync(result);
        Assert.Equal("record,cluster,probability", lines[0]);
        Assert.Equal(["1", "2", "3", "4"], lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Columns_may_be_named_differently_on_either_side()
    {
        using var folder = new TemporaryFolder();
        string left = Path.Combine(folder.Path, "l.csv"), right = Path.Combine(folder.Path, "r.csv"), profile = Path.Combine(folder.Path, "p.json");
        var result = Path.Combine(folder.Path, "out.csv");
        await File.WriteAllTextAsync(left, People);
        await File.WriteAllTextAsync(right, People.Replace("id,name,born,town", "key,who,birth,place", StringComparison.Ordinal));
        await File.WriteAllTextAsync(profile, """
            { "id": { "left": "id", "right": "key" },
              "fields": [ { "name": "n", "left": "name", "right": "who", "type": "name" }, { "name": "b", "left": "born", "right": "birth", "type": "date" },
                          { "name": "t", "left": "town", "right": "place", "type": "place" } ] }
            """);
        var (code, _, _) = await Call("link", left, right, "--profile", profile, "--out", result);
        Assert.Equal(ExitCode.Done, code);
        var lines = await File.ReadAllLinesAsync(result);
        Assert.Equal("left,right,probability,weight,class", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("3,3,", StringComparison.Ordinal) && line.EndsWith(",match", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_few_fields_are_said_to_be_too_few()
    {
        using var folder = new TemporaryFolder();
        var table = Path.Combine(folder.Path, "people.csv");
        var profile = Path.Combine(folder.Path, "p.json");
        await File.WriteAllTextAsync(table, People);
        await File.WriteAllTextAsync(profile, """{ "fields": [ { "column": "name", "type": "name" } ] }""");
        var (_, _, errors) = await Call("dedupe", table, "--profile", profile, "--plan");
        Assert.Contains("three or more independent ones", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--report")]
    public async Task An_input_is_never_written_to(string option)
    {
        using var folder = new TemporaryFolder();
        var table = Path.Combine(folder.Path, "people.csv");
        await File.WriteAllTextAsync(table, People);
        var (code, _, errors) = await Call("dedupe", table, option, Path.Combine(folder.Path, ".", "people.csv"));
        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains(option + " names a file that is read", errors, StringComparison.Ordinal);
        Assert.Equal(People, await File.ReadAllTextAsync(table));
    }

    [Fact]
    public async Task A_table_is_not_linked_with_itself()
    {
        using var folder = new TemporaryFolder();
        var table = Path.Combine(folder.Path, "people.csv");
        await File.WriteAllTextAsync(table, People);
        var (code, _, errors) = await Call("link", table, table);
        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("leaktrace dedupe", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_without_a_common_column_are_told_with_the_columns_of_both()
    {
        using var folder = new TemporaryFolder();
        string left = Path.Combine(folder.Path, "l.csv"), right = Path.Combine(folder.Path, "r.csv");
        await File.WriteAllTextAsync(left, People);
        await File.WriteAllTextAsync(right, People.Replace("id,name,born,town", "key,who,birth,place", StringComparison.Ordinal));
        var (code, _, errors) = await Call("link", left, right);
        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("Columns of l.csv: id, name, born, town. Columns of r.csv: key, who, birth, place.", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Repeated_ids_are_named_by_their_records()
    {
        using var folder = new TemporaryFolder();
        string table = Path.Combine(folder.Path, "people.csv"), profile = Path.Combine(folder.Path, "p.json");
        await File.WriteAllTextAsync(table, People.Replace("\n3,", "\n1,", StringComparison.Ordinal).Replace("\n4,", "\n,", StringComparison.Ordinal));
        await File.WriteAllTextAsync(profile, """{ "id": "id", "fields": [ { "column": "name", "type": "name" } ] }""");
        var (_, _, errors) = await Call("dedupe", table, "--profile", profile, "--plan");
        Assert.Contains("record 3 has the id of record 1 in 'id', and 1 more repeat one or have none", errors, StringComparison.Ordinal);
    }
}
