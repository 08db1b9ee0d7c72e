using System.IO.Compression;
using System.Security.Cryptography;

namespace LeakTrace.Ingest.Archives;

/// <summary>Unpacks one member into memory, or into a temporary file that goes with its stream.</summary>
static class MemberCopy
{
    const int LongestInMemory = 16 << 20;

    /// <summary>The member's bytes with their hash. What the directory claims of its size is not believed.</summary>
    /// <exception cref="UnreadableFileException">The member unpacks to more than it may.</exception>
    public static Unpacked Of(ZipArchiveEntry entry, ArchiveLimits limits, long left, CancellationToken cancellation)
    {
        Check(entry, entry.Length, limits, left);
        using var packed = entry.Open();
        return Of(packed, entry, limits, left, cancellation);
    }

    /// <summary>As the other, of a member that was decrypted.</summary>
    /// <exception cref="UnreadableFileException">The member unpacks to more than it may.</exception>
    public static Unpacked Of(Stream packed, ZipArchiveEntry entry, ArchiveLimits limits, long left, CancellationToken cancellation)
    {
        Check(entry, entry.Length, limits, left);
        var copy = Room(entry.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Check(entry, copy.Length + read, limits, left);
                if (copy is MemoryStream && copy.Length + read > LongestInMemory)
                {
                    copy = Moved(copy);
                }

                hash.AppendData(buffer, 0, read);
                copy.Write(buffer, 0, read);
            }

            copy.Position = 0;
            return new Unpacked(copy, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>An empty stream with room for so many bytes, in memory where they are few.</summary>
    public static Stream Room(long length) => length <= LongestInMemory ? new MemoryStream() : Temporary();

    static void Check(ZipArchiveEntry entry, long length, ArchiveLimits limits, long left)
    {
        if (length > limits.RatioFrom && length > limits.Ratio * Math.Max(1, entry.CompressedLength))
        {
            throw new UnreadableFileException("archive-bomb",
                $"the member unpacks to more than {limits.Ratio} times its size. Check what it is; if it is a list, unpack it into the folder.");
        }

        if (length > left)
        {
            throw new UnreadableFileException("archive-too-large",
                $"the archive unpacks to more than {limits.Unpacked >> 20} MB, or {limits.Ratio} times its size. "
                + "Check what it is; if it holds lists, unpack them into the folder.");
        }
    }

    static FileStream Moved(Stream memory)
    {
        var file = Temporary();
        memory.Position = 0;
        memory.CopyTo(file);
        memory.Dispose();
        return file;
    }

    static FileStream Temporary() =>
        new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose);
}
