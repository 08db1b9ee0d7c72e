using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeakTrace.Synthetic.Truth;

/// <summary>
/// Names what a case was made of: kind, options with the seed, and every input file with size and SHA-256.
/// </summary>
static class Manifest
{
    static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void Write<TOptions>(string caseDirectory, string kind, TOptions options)
    {
        var root = Path.GetFullPath(caseDirectory);
        var inputs = new List<object>();
        var paths = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(path);
            inputs.Add(new
            {
                file = Path.GetRelativePath(root, path).Replace('\\', '/'),
                bytes = stream.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)),
            });
        }

        var text = JsonSerializer.Serialize(new { kind, options, inputs }, _json);
        File.WriteAllText(Path.Combine(CaseTruth.DirectoryFor(root), "manifest.json"), text + "\n");
    }
}
