using System.IO.Compression;
using System.Text;

namespace LeakTrace.Tests.Ingest;

/// <summary>Builds ZIP archives.</summary>
static class Zip
{
    public static byte[] Of(params (string Name, byte[] Content)[] members) => Of(null, members);

    /// <summary>With names in an encoding and without the UTF-8 flag, as old archivers write them.</summary>
    public static byte[] Of(Encoding? names, params (string Name, byte[] Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
