using System.Text.RegularExpressions;
using LeakTrace.App;

namespace LeakTrace.Tests.Docs;

/// <summary>
/// Makes the generated parts of README.md anew and holds the file against them. With LEAKTRACE_APPROVE=1 in the environment the file is
/// written instead.
/// </summary>
public sealed class ReadmeTests
{
    static readonly string _path = ProjectFolder.PathOf("README.md");

    [Fact]
    public async Task Commands_and_options_are_those_of_the_help() => Check("commands", await CommandTables.WriteAsync());

    [Fact]
    public void Tables_have_the_columns_that_are_written() => Check("tables", TableColumns.Write());

    [Fact]
    public void Roles_are_those_that_case_json_may_name() => Check("roles", FieldRoleNames.Write());

    [Fact]
    public void Results_are_those_that_are_committed() => Check("benchmarks", BenchmarkResults.Write());

    [Fact]
    public void Every_file_that_it_names_is_there()
    {
        foreach (Match link in Regex.Matches(File.ReadAllText(_path), @"\]\((?!https?:)([^)#]+)\)"))
        {
            var target = ProjectFolder.PathOf(link.Groups[1].Value);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"README.md links {link.Groups[1].Value}, which is not there.");
        }
    }

    [Fact]
    public async Task Its_example_of_case_json_is_read_as_settings()
    {
        var example = Regex.Match(File.ReadAllText(_path), "```json\n(.*?)```", RegexOptions.Singleline);
        Assert.True(example.Success, "README.md shows no case.json.");
        using var folder = new Cases.TemporaryFolder();
        folder.Write("case/case.json", example.Groups[1].Value);
        folder.Write("case/seized/list.csv", "姓名,电话\n张三,13812345678\n");
        using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync(["import", folder["case"]], TextWriter.Null, errors);
        Assert.True(exit == ExitCode.Done, errors.ToString());
    }

    static void Check(string part, string made)
    {
        var text = File.ReadAllText(_path);
        var (open, close) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"README.md has no part '{part}' between {open.Trim()} and {close}.");
        if (Environment.GetEnvironmentVariable("LEAKTRACE_APPROVE") == "1")
        {
            text = text[..start] + made + text[end..];
            File.WriteAllText(_path, text);
            end = start + made.Length;
        }

        Assert.Equal(made, text[start..end]);
    }
}
