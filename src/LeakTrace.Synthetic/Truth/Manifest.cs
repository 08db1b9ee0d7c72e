using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LeakTrace.Synthetic.Truth;

/// <summary>
/// Names what a case was made of: kind, options with the seed, and every input file with size and SHA-256.
/// </summary>
static class Manifest
{
    static readonly JsonWriterOptions _format = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void Write<TOptions>(string caseDirectory, string kind, TOptions options, JsonTypeInfo<TOptions> shape)
    {
        var root = Path.GetFullPath(caseDirectory);
        using var text = File.Create(Path.Combine(CaseTruth.DirectoryFor(root), "manifest.json"));
        using (var json = new Utf8JsonWriter(text, _format))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WritePropertyName("options");
            JsonSerializer.Serialize(json, options, shape);
            json.WriteStartArray("inputs");
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                using var stream = File.OpenRead(path);
                json.WriteStartObject();
                json.WriteString("file", Path.GetRelativePath(root, path).Replace('\\', '/'));
                json.WriteNumber("bytes", stream.Length);
                json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(stream)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
    }
}
