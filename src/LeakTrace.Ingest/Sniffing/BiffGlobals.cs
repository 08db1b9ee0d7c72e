using System.Buffers.Binary;

namespace LeakTrace.Ingest.Sniffing;

/// <summary>What the first records of a BIFF workbook say.</summary>
static class BiffGlobals
{
    const int HeadLength = 1 << 16;
    const int DateMode = 0x22;
    const int EndOfSubstream = 0x0A;

    /// <summary>Whether an .xls counts its days from 1904; the stream is left at its start.</summary>
    public static bool Is1904(Stream stream)
    {
        var head = CompoundFile.Open(stream) is { } file
            ? file.Names.FirstOrDefault(name => name.Equals("Workbook", StringComparison.OrdinalIgnoreCase) || name.Equals("Book", StringComparison.OrdinalIgnoreCase)) is { } name
                ? file.Head(name, HeadLength)
                : []
            : Bare(stream);
        stream.Position = 0;
        var bytes = head.AsSpan();
        while (bytes.Length >= 6)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            if (type == DateMode)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) == 1;
            }

            if (type == EndOfSubstream || bytes.Length < 4 + length)
            {
                break;
            }

            bytes = bytes[(4 + length)..];
        }

        return false;
    }

    static byte[] Bare(Stream stream)
    {
        var head = new byte[Math.Min(HeadLength, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        return head;
    }
}
