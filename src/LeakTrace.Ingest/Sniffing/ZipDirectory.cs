using System.Buffers.Binary;
using System.IO.Compression;

namespace LeakTrace.Ingest.Sniffing;

/// <summary>Looks at how long the directory of a ZIP container is before it is opened, which takes memory for every entry.</summary>
static class ZipDirectory
{
    const int EndLength = 22;
    const int LongestComment = 65_535;
    const long LongestDirectory = 32L << 20;

    /// <summary>Bytes that a container unpacks to as it says itself, which reading it holds it to; the length of one that is not packed.</summary>
    public static long Unpacked(FileKind kind, Stream stream)
    {
        if (kind is not (FileKind.Xlsx or FileKind.Xlsb or FileKind.Ods))
        {
            return stream.Length;
        }

        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Sum(entry => entry.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return stream.Length;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>Whether the directory is longer than any container's of tables; the stream is left at its start.</summary>
    public static bool IsTooLong(Stream stream)
    {
        if (End(stream) is not { } end)
        {
            // It does not open, which is said where it is opened.
            return false;
        }

        // The entries are read from where the directory begins to where they end, whatever their number is said to be. In a container of more than
        // 4 GB another record says where that is; then its size is what there is to go by.
        return (end.Start == uint.MaxValue ? end.Size : end.Position - end.Start) > LongestDirectory;
    }

    /// <summary>Where the directory begins; null where the container does not say so.</summary>
    public static long? Offset(Stream stream)
    {
        const int LocatorLength = 20;
        if (End(stream) is not { } end || end.Start != uint.MaxValue || end.Position < LocatorLength)
        {
            return End(stream)?.Start;
        }

        // In a container of more than 4 GB a locator before the end names another end.
        var bytes = new byte[56];
        stream.Position = end.Position - LocatorLength;
        stream.ReadExactly(bytes.AsSpan(0, LocatorLength));
        var at = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8));
        if (!bytes.AsSpan().StartsWith("PK\x06\x07"u8) || at < 0 || at > stream.Length - bytes.Length)
        {
            return null;
        }

        stream.Position = at;
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48)) is >= 0 and var start ? start : null;
    }

    static (long Position, uint Start, uint Size)? End(Stream stream)
    {
        var tail = new byte[Math.Min(stream.Length, EndLength + LongestComment)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return end < 0 || end + EndLength > tail.Length ? null
            : (stream.Length - tail.Length + end, BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)));
    }
}
