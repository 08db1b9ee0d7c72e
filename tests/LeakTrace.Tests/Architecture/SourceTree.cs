using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LeakTrace.Tests.Architecture;

/// <summary>The sources of the product as text.</summary>
static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Projects below src, without <c>LeakTrace.</c> in front.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)["LeakTrace.".Length..]).Order(StringComparer.Ordinal)];

    /// <summary>Source files, by path below src with slashes.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Root, "src"), path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Root, "src", path)), StringComparer.Ordinal);

    public static IEnumerable<KeyValuePair<string, string>> FilesOf(string project, string folder = "") =>
        Files.Where(file => file.Key.StartsWith($"LeakTrace.{project}/{folder}", StringComparison.Ordinal));

    public static IEnumerable<string> Usings(string text) => UsingLine().Matches(text).Select(match => match.Groups[1].Value);

    public static string NamespaceOf(string text) => NamespaceLine().Match(text).Groups[1].Value;

    /// <summary>Names of the types declared at the left margin.</summary>
    public static IReadOnlyList<string> TypesOf(string text) => [.. TypeLine().Matches(text).Select(match => match.Groups[1].Value)];

    public static IReadOnlyList<string> References(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Root, "src", $"LeakTrace.{project}", $"LeakTrace.{project}.csproj")).Descendants(kind).Select(
            element => (string)element.Attribute("Include")!)];

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeakTrace.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("LeakTrace.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?:(?:public|internal|static|sealed|abstract|partial|readonly|ref|unsafe|file) )*(?:class|struct|interface|enum|record(?: struct| class)?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
