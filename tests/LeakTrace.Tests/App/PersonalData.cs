using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>Names, phone and identity numbers that stand in the inputs of a case.</summary>
sealed partial class PersonalData
{
    const int ShortestName = 3;
    const int LongestName = 4;
    static readonly string[] _nameHeaders = ["姓名", "收件人", "寄件人", "收件人姓名", "寄件人姓名", "产妇姓名"];
    readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads seized/ and registry/; names of accounts and sellers are meant to be shown.</summary>
    public PersonalData(string folder, IEnumerable<string> shown)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path);
            if (name.StartsWith("seized", StringComparison.Ordinal) || name.StartsWith("registry", StringComparison.Ordinal))
            {
                _numbers.UnionWith(Number().Matches(TextOf(path)).Select(match => match.Value));
            }

            if (name.StartsWith("registry", StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal))
            {
                _names.UnionWith(CaseReading.Table(path).SelectMany(row => row).Where(cell => _nameHeaders.Contains(cell.Key)).Select(cell => cell.Value));
            }
        }

        _names.RemoveWhere(name => name.Length is < ShortestName or > LongestName);
        _names.ExceptWith(shown);
    }

    public int Names => _names.Count;

    public int Numbers => _numbers.Count;

    /// <summary>What of it stands in a text.</summary>
    public List<string> In(string text)
    {
        var found = Number().Matches(text).Select(match => match.Value).Where(_numbers.Contains).ToList();
        foreach (var run in HanRun().Matches(text).Select(match => match.Value))
        {
            for (var start = 0; start < run.Length; start++)
            {
                for (var length = ShortestName; length <= LongestName && start + length <= run.Length; length++)
                {
                    if (_names.Contains(run.Substring(start, length)))
                    {
                        found.Add(run);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Text of a file; of a workbook, that of all its parts.</summary>
    public static string TextOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.AppendLine(reader.ReadToEnd());
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<![\dA-Za-z-])(1[3-9]\d{9}|[1-9]\d{16}[\dXx])(?!\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{3,}")]
    private static partial Regex HanRun();
}
