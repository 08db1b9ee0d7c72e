using System.Text.RegularExpressions;
using LeakTrace.App;

namespace LeakTrace.Tests.App;

/// <summary>The libraries, compiled just in time, and the program, compiled ahead and trimmed, do the same.</summary>
public sealed partial class BuiltProgramTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-built-").FullName;

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    [InlineData("admissions-calls")]
    [InlineData("resale")]
    public void The_built_program_makes_and_traces_the_same_case_as_its_libraries(string kind)
    {
        Succeeds("generate", kind, "@case", "--seed", "8", "--rows", "600", "--registry", "3000");
        Succeeds("inspect", "@case", "--json");
        Succeeds("trace", "@case", "--language", "en");
        Succeeds("verify", "@case");
        AssertSameFiles();
    }

    [Fact]
    public void The_built_program_explains_samples_links_and_refuses_as_its_libraries_do()
    {
        Succeeds("generate", "maternity", "@case", "--seed", "9", "--rows", "600", "--registry", "3000");
        Succeeds("import", "@case");
        Succeeds("trace", "@case");
        var source = File.ReadLines(Here("case/out/tables/sources.csv")).ElementAt(1).Split(',')[1];
        Succeeds("explain", "@case", source);
        Succeeds("sample", "@case", "--size", "40", "--seed", "3");
        var registers = Directory.EnumerateFiles(Here("case/registry"), "*.csv").Order(StringComparer.Ordinal).Select(path => "@" + Path.GetRelativePath(Here(""), path)).ToList();
        Succeeds("dedupe", registers[0], "--out", "@clusters.csv", "--report", "@clusters.html");
        Assert.Equal(ExitCode.Unusable, Compare("link", registers[0], registers[1], "--plan"));
        Assert.Equal(ExitCode.Unusable, Compare("trace", "@nowhere"));
        Assert.Equal(ExitCode.Unusable, Compare("generate", "resale", "@odd", "--set", "no-such=1"));
        AssertSameFiles();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    string Here(string name) => Path.Combine(_root, "here", name);

    string There(string name) => Path.Combine(_root, "there", name);

    void Succeeds(params string[] command) => Assert.InRange(Compare(command), ExitCode.Done, ExitCode.DoneWithErrors);

    /// <summary>Runs a command here and by the program, in which @ stands for the folder of each; both say the same. Returns the exit code.</summary>
    int Compare(params string[] command)
    {
        var (code, output, errors) = TracedCase.Run(Array.ConvertAll(command, word => word.StartsWith('@') ? Here(word[1..]) : word));
        var start = BuiltProgram.Start(Array.ConvertAll(command, word => word.StartsWith('@') ? There(word[1..]) : word));
        var program = BuiltProgram.Run(start);
        Assert.Equal((code, Told(output, Here("")), Told(errors, Here(""))), (program.Code, Told(program.Output, There("")), Told(program.Errors, There(""))));
        return code;
    }

    // The last hash of the audit log is over its times.
    static string Told(string text, string root) => LastHash().Replace(text.Replace(root, "", StringComparison.Ordinal), "hash");

    [GeneratedRegex("(?<=last hash is )[0-9a-f]{64}")]
    private static partial Regex LastHash();

    // The store has the times of its audit log.
    void AssertSameFiles()
    {
        var files = Files(Here(""));
        Assert.NotEmpty(files);
        Assert.Equal(files, Files(There("")));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Here(file)), File.ReadAllBytes(There(file))));
    }

    static List<string> Files(string root) =>
    [
        .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path))
            .Where(path => !path.EndsWith(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
