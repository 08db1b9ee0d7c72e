using System.Text.RegularExpressions;

namespace LeakTrace.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    const int LongestFile = 300;

    /// <summary>Folders of the engine in the order in which data flows: a folder uses only those before it.</summary>
    static readonly string[] _engine =
    [
        "Records", "Normalisation", "Blocking", "Comparison", "Scoring", "Entities", "Attribution", "Counting", "Tracing", "Linking",
    ];

    static IEnumerable<string> Offences(Func<string, string, bool> isOffence) =>
        SourceTree.Files.Where(file => isOffence(file.Key, file.Value)).Select(file => file.Key);

    [Fact]
    public void Projects_between_app_and_engine_do_not_know_each_other()
    {
        Assert.NotEmpty(SourceTree.Projects);
        foreach (var project in SourceTree.Projects)
        {
            var references = SourceTree.References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)["LeakTrace.".Length..]);
            string[] allowed = project switch
            {
                "App" => [.. SourceTree.Projects.Except(["App"])],
                "Engine" => [],
                _ => ["Engine"],
            };
            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void The_engine_has_one_package_and_does_no_input_or_output()
    {
        Assert.Equal(["MathNet.Numerics"], SourceTree.References("Engine", "PackageReference"));
        Assert.Empty(SourceTree.FilesOf("Engine").Where(file => InputOrOutput().IsMatch(file.Value)).Select(file => file.Key));
    }

    [Fact]
    public void A_folder_of_the_engine_uses_only_folders_before_it()
    {
        var lines = SourceTree.FilesOf("Engine", "Tracing/").SelectMany(file => SourceTree.TypesOf(file.Value))
            .ToLookup(type => type.EndsWith("Line", StringComparison.Ordinal));
        foreach (var (path, text) in SourceTree.FilesOf("Engine"))
        {
            if (!path["LeakTrace.Engine/".Length..].Contains('/', StringComparison.Ordinal))
            {
                continue;
            }

            var folder = path.Split('/')[1];
            Assert.Contains(folder, _engine);
            foreach (var used in SourceTree.Usings(text).Where(name => name.StartsWith("LeakTrace.", StringComparison.Ordinal)))
            {
                Assert.StartsWith("LeakTrace.Engine.", used, StringComparison.Ordinal);
                var other = used.Split('.')[2];
                if (other == "Tracing" && folder is "Attribution" or "Counting")
                {
                    // The lines of result tables are what the stages hand over: they may be made where they are found.
                    Assert.All(lines[false], type => Assert.DoesNotMatch($@"\b{type}\b", Code(text)));
                    continue;
                }

                Assert.True(Array.IndexOf(_engine, other) <= Array.IndexOf(_engine, folder), $"{path} uses {used}");
            }
        }
    }

    [Fact]
    public void Sql_stands_only_where_the_store_is() => Assert.Empty(Offences(
        (path, text) => !path.StartsWith("LeakTrace.Cases/", StringComparison.Ordinal)
            && !path.StartsWith("LeakTrace.Postgres/", StringComparison.Ordinal)
            && (SqlStatement().IsMatch(text) || SourceTree.Usings(text).Any(name => name is "Dapper" or "Microsoft.Data.Sqlite" or "Npgsql"))));

    [Fact]
    public void The_console_and_the_command_line_stand_only_in_the_app() => Assert.Empty(Offences(
        (path, text) => !path.StartsWith("LeakTrace.App/", StringComparison.Ordinal)
            && (ConsoleUse().IsMatch(text) || SourceTree.Usings(text).Any(name => name is "System.CommandLine" or "Spectre.Console"))));

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.Empty(Offences((_, text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1 > LongestFile));

    [Fact]
    public void A_file_has_one_type_and_its_name() => Assert.Empty(Offences((path, text) =>
        SourceTree.NamespaceOf(text).Length > 0 && SourceTree.TypesOf(text) is var types
            && (types.Count != 1 || types[0] != Path.GetFileNameWithoutExtension(path))));

    [Fact]
    public void Namespaces_equal_folders() => Assert.Empty(Offences((path, text) =>
        SourceTree.NamespaceOf(text) is { Length: > 0 } found && found != path[..path.LastIndexOf('/')].Replace('/', '.')));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(Offences((_, text) => SourceTree.TypesOf(text).Any(type => EmptyName().IsMatch(type))));

    [Fact]
    public void No_regions_and_no_work_left_undone() => Assert.Empty(Offences((_, text) => LeftOver().IsMatch(text)));

    [Fact]
    public void Only_exceptions_and_generated_serializers_inherit() => Assert.Empty(Offences((_, text) =>
        BaseClass().Matches(text).Any(match => !IsInterface(match.Groups[1].Value) && match.Groups[1].Value is not ("Exception" or "JsonSerializerContext"))));

    static bool IsInterface(string type) => type.Length > 1 && type[0] == 'I' && char.IsAsciiLetterUpper(type[1]);

    /// <summary>The text without comments.</summary>
    static string Code(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"^using System\.(IO|Net|Data)|(?<![.\w])(Console|File|Directory|Environment)\.[A-Z]", RegexOptions.Multiline)]
    private static partial Regex InputOrOutput();

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|UPDATE) [\w*]")]
    private static partial Regex SqlStatement();

    [GeneratedRegex(@"\bConsole\.(Write|Read|Error|Out)")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility|Processor|Impl|Info|Data)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\s*#region|\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException", RegexOptions.Multiline)]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"^(?:(?:public|internal|static|sealed|abstract|partial) )*(?:class|record) \w+(?:<[^>]*>)?(?:\([^{;]*?\))?\s*: (\w+)", RegexOptions.Multiline)]
    private static partial Regex BaseClass();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
