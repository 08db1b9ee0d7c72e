using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;

namespace LeakTrace.App;

/// <summary>What the audit log keeps of a trace or import: hashes by name, so that a later look tells what has changed since.</summary>
static partial class TraceRecord
{
    /// <summary>Name of the hash over the inputs in the store.</summary>
    public const string Inputs = "inputs";

    /// <summary>Name of the hash over rows and matches in the store.</summary>
    public const string Results = "results";

    /// <summary>Put before the names of files that a trace wrote.</summary>
    public const string Out = "out/";

    /// <summary>Put before the names of files beside the folders of the case.</summary>
    public const string Case = "case/";

    /// <summary>An entry's text for an import.</summary>
    public static string OfImport(string what, CaseStore store) => $"{what}; {Inputs} sha256:{store.Integrity.InputsHash()}";

    /// <summary>An entry's text for a trace whose outputs are written.</summary>
    public static string OfTrace(string what, CaseStore store, CaseFolder folder, string directory)
    {
        // Files are hashed while the store is.
        var files = Task.Run(() => new[] { HashesOf(Case, folder.Root, SettingsFiles(folder)), HashesOf(Out, directory, OutputFiles(directory)) });
        var hashes = new List<(string Name, string Hash)> { (Inputs, store.Integrity.InputsHash()), (Results, store.Integrity.ResultsHash()) };
        hashes.AddRange(files.GetAwaiter().GetResult().SelectMany(list => list));
        return string.Join("; ", hashes.Select(hash => $"{hash.Name} sha256:{hash.Hash}").Prepend(what));
    }

    /// <summary>Hashes of an entry by name.</summary>
    public static Dictionary<string, string> Parse(string detail) =>
        Hash().Matches(detail).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    /// <summary>Files directly in the case that a trace goes by.</summary>
    public static IReadOnlyList<string> SettingsFiles(CaseFolder folder) =>
        [.. Names(folder.Root, ["*.csv", "*.json"]),
            .. new[] { folder.ChatsPath is null ? [] : Below(folder.Root, folder.ChatsPath), folder.Payments.Select(list => Path.GetRelativePath(folder.Root, list.Path)) }
                .SelectMany(names => names).Select(name => name.Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
                .Where(name => name.Contains('/', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>Files that a trace writes, as they are there.</summary>
    public static IReadOnlyList<string> OutputFiles(string directory) =>
        [.. Names(directory, ["report.*"]).Where(name => !name.EndsWith(".unfinished", StringComparison.Ordinal)),
            .. Names(Path.Combine(directory, "tables"), ["*.csv"]).Select(name => "tables/" + name)];

    /// <summary>Hashes of files below a folder.</summary>
    public static IReadOnlyList<(string Name, string Hash)> HashesOf(string prefix, string root, IReadOnlyList<string> names)
    {
        var hashes = Task.WhenAll(names.Select(name => Task.Run(() => HashOf(Path.Combine(root, name))))).GetAwaiter().GetResult();
        return [.. names.Select((name, i) => (prefix + name, hashes[i]))];
    }

    /// <summary>Hash of a file's bytes.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file cannot be read. Grant read access to it.", e);
        }
    }

    static IEnumerable<string> Below(string root, string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path));

    static List<string> Names(string directory, string[] patterns) => Directory.Exists(directory)
        ? [.. patterns.SelectMany(pattern => Directory.EnumerateFiles(directory, pattern)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    [GeneratedRegex("(?:^|; )([^;]+?) sha256:([0-9a-f]{64})")]
    private static partial Regex Hash();
}
