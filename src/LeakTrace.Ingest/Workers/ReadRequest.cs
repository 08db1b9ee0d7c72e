using System.Text;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Ingest.Workers;

/// <summary>What a worker is asked to read: a file by its path, or bytes.</summary>
/// <param name="Kind">Format.</param>
/// <param name="Path">Path; empty where bytes are given.</param>
/// <param name="Content">Bytes of the file where there is no path.</param>
/// <param name="Options">How to read it.</param>
sealed record ReadRequest(FileKind Kind, string Path, ReadOnlyMemory<byte> Content, ReadOptions Options)
{
    /// <summary>Longest content that is handed over; longer files are named by their path.</summary>
    public const int LongestContent = 32 << 20;

    const long LargeContent = 64 << 20;

    /// <summary>Whether reading it may take much memory: its content, unpacked, is long.</summary>
    public bool IsLarge { get; private init; }

    /// <summary>Asks for a seekable stream: a file, or one that fits into memory.</summary>
    public static ReadRequest Of(FileKind kind, Stream stream, ReadOptions options) =>
        Plain(kind, stream, options) with { IsLarge = ZipDirectory.Unpacked(kind, stream) > LargeContent };

    static ReadRequest Plain(FileKind kind, Stream stream, ReadOptions options)
    {
        if (stream is FileStream file && stream.Length > LongestContent)
        {
            return new ReadRequest(kind, file.Name, default, options);
        }

        if (stream is MemoryStream memory && memory.TryGetBuffer(out var segment))
        {
            return new ReadRequest(kind, "", segment, options);
        }

        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return new ReadRequest(kind, "", bytes, options);
    }

    /// <summary>Writes the request.</summary>
    public void Write(Stream stream)
    {
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write((byte)Kind);
            writer.Write(Options.CellLimit);
            writer.Write(Options.MostRows);
            writer.Write(Options.Is1904);
            writer.Write(Options.Passwords.Count);
            foreach (var password in Options.Passwords)
            {
                writer.Write(password);
            }

            writer.Write(Path);
            writer.Write(Content.Length);
            writer.Write(Content.Span);
        }

        stream.Flush();
    }

    /// <summary>Reads the next request; null at the end of the stream.</summary>
    public static ReadRequest? Read(Stream stream)
    {
        var kind = stream.ReadByte();
        if (kind < 0)
        {
            return null;
        }

        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var cells = reader.ReadInt64();
        var rows = reader.ReadInt32();
        var is1904 = reader.ReadBoolean();
        var passwords = new string[reader.ReadInt32()];
        for (var i = 0; i < passwords.Length; i++)
        {
            passwords[i] = reader.ReadString();
        }

        var path = reader.ReadString();
        var content = new byte[reader.ReadInt32()];
        stream.ReadExactly(content);
        return new ReadRequest((FileKind)kind, path, content, new ReadOptions(cells, rows, is1904, passwords));
    }
}
