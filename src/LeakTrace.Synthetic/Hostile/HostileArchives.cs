using System.IO.Compression;

namespace LeakTrace.Synthetic.Hostile;

/// <summary>Archives that are meant to hurt or to escape.</summary>
static class HostileArchives
{
    /// <summary>An archive of members.</summary>
    public static Action<Stream> Of(params (string Name, Action<Stream> Content)[] members) => stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in members)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            content(entry);
        }
    };

    /// <summary>An archive that another program wrote, with names in GB 18030 and no flag that says so.</summary>
    public static Action<Stream> OfChineseNames(params (string Name, Action<Stream> Content)[] members) => stream =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("gb18030"));
        foreach (var (name, content) in members)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            content(entry);
        }
    };

    /// <summary>An archive in an archive in an archive …</summary>
    public static Action<Stream> Nested(int depth, Action<Stream> content) =>
        depth == 0 ? content : Of(($"{depth}.zip", Nested(depth - 1, content)));

    /// <summary>Archives that each hold many, whose members are long but none too long: the sum is what hurts.</summary>
    public static Action<Stream> Wide(int archives, long length)
    {
        var inner = Of([.. Enumerable.Range(0, archives).Select(i => ($"{i}.csv", Blanks(length)))]);
        return Of([.. Enumerable.Range(0, archives).Select(i => ($"{i}.zip", inner))]);
    }

    /// <summary>So many members of no length.</summary>
    public static Action<Stream> ManyMembers(int count) => stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        for (var i = 0; i < count; i++)
        {
            zip.CreateEntry(FormattableString.Invariant($"{i:0000000}"), CompressionLevel.NoCompression);
        }
    };

    /// <summary>A text of one character.</summary>
    public static Action<Stream> Blanks(long length) => stream =>
    {
        var block = new byte[1 << 16];
        block.AsSpan().Fill((byte)'x');
        for (var left = length; left > 0; left -= block.Length)
        {
            stream.Write(block, 0, (int)Math.Min(left, block.Length));
        }
    };

    /// <summary>An archive whose only member claims to be encrypted.</summary>
    public static Action<Stream> Encrypted(Action<Stream> content) => stream =>
    {
        var bytes = HostileFolder.BytesOf(Of(("list.csv", content)));
        foreach (var (signature, flags) in ((byte[], int)[])[("PK\x03\x04"u8.ToArray(), 6), ("PK\x01\x02"u8.ToArray(), 8)])
        {
            bytes[bytes.AsSpan().IndexOf(signature) + flags] |= 1;
        }

        stream.Write(bytes);
    };
}
