using System.Buffers.Binary;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Ingest.Archives;

/// <summary>What the directory of a ZIP archive says of a member ([PKWARE APPNOTE] 4.3.12), as far as decrypting it takes.</summary>
/// <param name="Offset">Where its local header stands.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">How it is packed; 99 where <paramref name="AesStrength"/> says how it is encrypted, and the real method is the one here.</param>
/// <param name="Time">Time of day as DOS has it.</param>
/// <param name="Crc">CRC-32 of its content; zero where a signature stands for it.</param>
/// <param name="PackedLength">Bytes it takes in the archive.</param>
/// <param name="AesStrength">1, 2 or 3 for keys of 128, 192 or 256 bits; zero without AES.</param>
sealed record ZipMember(long Offset, int Flags, int Method, int Time, uint Crc, long PackedLength, int AesStrength)
{
    const int EntryLength = 46;
    const int LocalLength = 30;
    const int AesMethod = 99;
    const int AesExtra = 0x9901;
    const int LongExtra = 0x0001;

    /// <summary>Reads the member of a number in the directory; null where it is not there.</summary>
    public static ZipMember? Find(Stream archive, int number)
    {
        var head = new byte[EntryLength];
        if (ZipDirectory.Offset(archive) is not { } at)
        {
            return null;
        }

        for (var i = 0; ; i++)
        {
            archive.Position = at;
            if (archive.ReadAtLeast(head, EntryLength, throwOnEndOfStream: false) < EntryLength || !head.AsSpan().StartsWith("PK\x01\x02"u8))
            {
                return null;
            }

            var (name, extra, comment) = (Short(head, 28), Short(head, 30), Short(head, 32));
            if (i == number)
            {
                var fields = new byte[extra];
                archive.Position = at + EntryLength + name;
                archive.ReadExactly(fields);
                return Of(head, fields);
            }

            at += EntryLength + name + extra + comment;
        }
    }

    /// <summary>Places the archive at the member's packed bytes; false where they are not there.</summary>
    public bool Seek(Stream archive)
    {
        var head = new byte[LocalLength];
        archive.Position = Offset;
        if (archive.ReadAtLeast(head, LocalLength, throwOnEndOfStream: false) < LocalLength || !head.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return false;
        }

        archive.Position = Offset + LocalLength + Short(head, 26) + Short(head, 28);
        return archive.Length - archive.Position >= PackedLength;
    }

    static ZipMember Of(byte[] head, ReadOnlySpan<byte> extra)
    {
        var (length, packed, offset) = (Int(head, 24), (long)Int(head, 20), (long)Int(head, 42));
        var (method, strength) = (Short(head, 10), 0);
        while (extra.Length >= 4)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            var content = extra.Slice(4, size);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == AesExtra && size >= 7 && method == AesMethod)
            {
                (strength, method) = (content[4], BinaryPrimitives.ReadUInt16LittleEndian(content[5..]));
            }
            else if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == LongExtra)
            {
                // Only what did not fit above stands here, in this order.
                content = content[(length == uint.MaxValue ? Math.Min(8, content.Length) : 0)..];
                Lengthen(ref packed, ref content);
                Lengthen(ref offset, ref content);
            }

            extra = extra[(4 + size)..];
        }

        return new ZipMember(offset, Short(head, 8), method, Short(head, 12), Int(head, 16), packed, strength);
    }

    static void Lengthen(ref long value, ref ReadOnlySpan<byte> content)
    {
        if (value == uint.MaxValue && content.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(content);
            content = content[8..];
        }
    }

    static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    static uint Int(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
