using System.IO.Compression;
using System.Text;

namespace LeakTrace.Ingest.Archives;

/// <summary>Unpacks an encrypted member with the first password that fits.</summary>
static class EncryptedMember
{
    const int StrongEncryption = 1 << 6;
    const int SizesFollow = 1 << 3;
    const int Stored = 0;
    const int Deflated = 8;

    /// <summary>The member's bytes with their hash.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="entry">The member.</param>
    /// <param name="number">Its number in the directory.</param>
    /// <param name="passwords">Passwords to try, in order.</param>
    /// <param name="unpack">Unpacks a stream within the archive's limits.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnreadableFileException">No password opens it.</exception>
    public static Unpacked Open(
        Stream archive, ZipArchiveEntry entry, int number, IReadOnlyList<string> passwords, Func<Stream, Unpacked> unpack, CancellationToken cancellation)
    {
        if (passwords.Count == 0)
        {
            throw new UnreadableFileException("encrypted",
                "the member is encrypted. Name a file of passwords with --passwords, or unpack it with its password into the folder.");
        }

        if (ZipMember.Find(archive, number) is not { } member || (member.Flags & StrongEncryption) != 0 || member.Method is not (Stored or Deflated))
        {
            throw new UnreadableFileException("encrypted", "the member is encrypted in a way that is not read. Unpack it with its password into the folder.");
        }

        // Passwords in Chinese were typed in one of two encodings.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var password in passwords.SelectMany(text => (byte[][])[Encoding.UTF8.GetBytes(text), Encoding.GetEncoding("gb18030").GetBytes(text)])
            .DistinctBy(Convert.ToHexString))
        {
            if (Try(archive, member, password, unpack, cancellation) is { } content)
            {
                return content;
            }
        }

        throw new UnreadableFileException("encrypted",
            "the member is encrypted, and none of the passwords given opens it. Add its password to the file of --passwords, or unpack it into the folder.");
    }

    static Unpacked? Try(Stream archive, ZipMember member, byte[] password, Func<Stream, Unpacked> unpack, CancellationToken cancellation)
    {
        if (!member.Seek(archive))
        {
            throw new InvalidDataException("the member lies beyond the archive");
        }

        using var packed = MemberCopy.Room(member.PackedLength);
        var fits = member.AesStrength > 0
            ? AesMember.Decrypt(archive, member.PackedLength, member.AesStrength, password, packed, cancellation)
            : Decrypt(archive, member, password, packed, cancellation);
        if (!fits)
        {
            return null;
        }

        packed.Position = 0;
        Unpacked? content = null;
        try
        {
            using var inflated = member.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
            content = unpack(inflated);
            // One byte tells a wrong password from a right one before; only this is sure. AES has its signature.
            if (member.AesStrength > 0 || Crc32.Of(content.Content) == member.Crc)
            {
                return content;
            }
        }
        catch (InvalidDataException) when (member.AesStrength == 0)
        {
            // What a wrong password makes of it does not unpack.
        }

        content?.Dispose();
        return null;
    }

    static bool Decrypt(Stream archive, ZipMember member, byte[] password, Stream target, CancellationToken cancellation)
    {
        var cipher = new ZipCipher(password);
        var buffer = new byte[1 << 16];
        if (member.PackedLength < ZipCipher.HeaderLength)
        {
            return false;
        }

        var head = buffer.AsSpan(0, ZipCipher.HeaderLength);
        archive.ReadExactly(head);
        cipher.Decrypt(head);
        var check = (member.Flags & SizesFollow) != 0 ? member.Time >> 8 : (int)(member.Crc >> 24);
        if (head[^1] != check)
        {
            return false;
        }

        for (var left = member.PackedLength - ZipCipher.HeaderLength; left > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            archive.ReadExactly(bytes);
            cipher.Decrypt(bytes);
            target.Write(bytes);
            left -= bytes.Length;
        }

        return true;
    }
}
