using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeakTrace.App;
using LeakTrace.Tests.Cases;

namespace LeakTrace.Tests.Docs;

/// <summary>Holds the committed cases against their manifest and against what the generators make (tools/make-fixtures.sh).</summary>
public sealed class FixtureTests
{
    static readonly JsonNode _manifest = JsonNode.Parse(File.ReadAllText(ProjectFolder.PathOf("fixtures", "manifest.json")))!;

    public static TheoryData<string> Kinds => new("maternity", "courier");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_are_the_ones_of_the_manifest(string kind)
    {
        var listed = new List<string>();
        foreach (var file in CaseOf(kind)["files"]!.AsArray())
        {
            var name = file!["file"]!.GetValue<string>();
            var bytes = File.ReadAllBytes(ProjectFolder.PathOf("fixtures", name));
            listed.Add(name);
            Assert.True((int)file["bytes"]! == bytes.Length, $"{name} has another size than the manifest says.");
            Assert.True((string)file["sha256"]! == Convert.ToHexStringLower(SHA256.HashData(bytes)), $"{name} has another hash than the manifest says.");
        }

        Assert.Equal(listed.Order(StringComparer.Ordinal), FilesOf(ProjectFolder.PathOf("fixtures"), kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_command_of_the_manifest_makes_the_same_files(string kind)
    {
        using var folder = new TemporaryFolder();
        var words = ((string)CaseOf(kind)["command"]!).Split(' ');
        Assert.Equal(["leaktrace", "generate", kind, $"fixtures/{kind}"], words[..4]);
        var made = Path.Combine(folder.Path, kind);
        Assert.Equal(0, await CommandLine.RunAsync(["generate", kind, made, .. words[4..]], TextWriter.Null, TextWriter.Null));

        var names = FilesOf(folder.Path, kind);
        Assert.Equal(FilesOf(ProjectFolder.PathOf("fixtures"), kind), names);
        foreach (var name in names)
        {
            var same = Content(Path.Combine(folder.Path, name)).AsSpan().SequenceEqual(Content(ProjectFolder.PathOf("fixtures", name)));
            Assert.True(same, $"{name}: the generator makes another file now. If that is meant, run tools/make-fixtures.sh.");
        }
    }

    static JsonNode CaseOf(string kind) => _manifest["cases"]!.AsArray().Single(entry => (string)entry!["kind"]! == kind)!;

    /// <summary>Files of a case and of its truth, without what a trace leaves there.</summary>
    static List<string> FilesOf(string folder, string kind)
    {
        var names = new List<string>();
        foreach (var part in (ReadOnlySpan<string>)[kind, kind + ".truth"])
        {
            var files = Directory.EnumerateFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories);
            names.AddRange(files.Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')));
        }

        return [.. names.Where(name => !name.StartsWith(kind + "/out/", StringComparison.Ordinal))
            .Where(name => !name.StartsWith(kind + "/case.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The bytes of a file. How well a workbook is compressed is the runtime's business and may change with its version, so a workbook counts
    /// by what is in it, and the truth's list of sizes and hashes by the names alone.
    /// </summary>
    static byte[] Content(string path)
    {
        if (path.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            using var archive = ZipFile.OpenRead(path);
            using var content = new MemoryStream();
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                content.Write(System.Text.Encoding.UTF8.GetBytes(entry.FullName));
                stream.CopyTo(content);
            }

            return content.ToArray();
        }

        var bytes = File.ReadAllBytes(path);
        if (Path.GetFileName(path) != "manifest.json")
        {
            return bytes;
        }

        var manifest = JsonNode.Parse(bytes)!;
        foreach (var input in manifest["inputs"]!.AsArray().Where(input => ((string)input!["file"]!).EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            input!["bytes"] = 0;
            input["sha256"] = "";
        }

        return JsonSerializer.SerializeToUtf8Bytes(manifest);
    }
}
