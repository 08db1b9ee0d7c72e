using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;

namespace LeakTrace.Reports;

/// <summary>Names of types of information, as the policy gives them in the language of the report, and of fields.</summary>
sealed class InformationNames
{
    readonly Dictionary<string, string> _types;
    readonly Words _words;

    public InformationNames(CountingPolicy policy, Words words)
    {
        var isChinese = words.Tag.StartsWith("zh", StringComparison.Ordinal);
        _types = policy.Information.ToDictionary(type => type.Name, type => isChinese ? type.Chinese : type.English, StringComparer.Ordinal);
        _words = words;
    }

    /// <summary>Name of a type, or of several with spaces between their codes.</summary>
    public string Of(string types) => string.Join(_words["list.and"], types.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(type => _types[type]));

    /// <summary>Lines with names for codes.</summary>
    public List<InformationLine> Named(IReadOnlyList<InformationLine> lines) => [.. lines.Select(line => line with { Type = Of(line.Type) })];

    /// <summary>Lines with names for codes.</summary>
    public List<ColumnLine> Named(IReadOnlyList<ColumnLine> lines) =>
        [.. lines.Select(line => line with { Types = Of(line.Types), Field = _words.Name("column-role", line.Field) })];
}
