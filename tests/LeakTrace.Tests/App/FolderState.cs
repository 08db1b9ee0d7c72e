using System.Security.Cryptography;

namespace LeakTrace.Tests.App;

/// <summary>What lies in a folder: path and hash of every file.</summary>
static class FolderState
{
    public static SortedDictionary<string, string> Of(string folder)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            state[Path.GetRelativePath(folder, path)] = File.Exists(path)
                ? $"{File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"
                : "folder";
        }

        return state;
    }

    /// <summary>Hashes of a trace's tables and of its JSON.</summary>
    public static SortedDictionary<string, string> OfTables(string outFolder)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(outFolder, "tables")).Append(Path.Combine(outFolder, "report.json")))
        {
            state[Path.GetFileName(path)] = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return state;
    }

    public static void Copy(string from, string to, Func<string, bool> isWanted)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, path);
            if (isWanted(name))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
                File.Copy(path, Path.Combine(to, name), overwrite: true);
            }
        }
    }
}
