using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LeakTrace.Tests.Ingest;

/// <summary>Writes BIFF records by hand.</summary>
sealed class Biff
{
    readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public int Position => _bytes.Count;

    /// <summary>Content of a record: shorts as two bytes, ints as four, doubles as eight, text in GB 18030.</summary>
    public static byte[] Of(params object[] parts)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return [.. parts.SelectMany(part => part switch
        {
            byte one => [one],
            int number => BitConverter.GetBytes((ushort)number),
            uint number => BitConverter.GetBytes(number),
            double number => BitConverter.GetBytes(number),
            string text => Encoding.GetEncoding("gb18030").GetBytes(text),
            byte[] bytes => bytes,
            _ => throw new ArgumentException(part.GetType().Name),
        })];
    }

    /// <summary>A text of version 8 whose length takes two bytes, of two bytes a character.</summary>
    public static byte[] Wide(string text) => Of(text.Length, (byte)1, Encoding.Unicode.GetBytes(text));

    /// <summary>Adds a record.</summary>
    public Biff Add(int type, params object[] parts)
    {
        var content = Of(parts);
        _bytes.AddRange(Of(type, content.Length));
        _bytes.AddRange(content);
        return this;
    }

    /// <summary>Writes where a sheet begins into the list of sheets, whose record was added at a position.</summary>
    public void Place(int record, int sheet) =>
        BinaryPrimitives.WriteUInt32LittleEndian(CollectionsMarshal.AsSpan(_bytes)[(record + 4)..], (uint)sheet);

    /// <summary>A compound file around short streams: a sector of its table, one of its directory, one of the table of pieces, then the pieces.</summary>
    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        const int Sector = 512;
        const int Piece = 64;
        const uint Last = 0xFFFF_FFFE;
        var pieces = streams.Sum(stream => (stream.Content.Length + Piece - 1) / Piece);
        var sectors = (pieces * Piece + Sector - 1) / Sector;
        var file = new byte[Sector * (4 + sectors)];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        void Write(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        foreach (var (at, value) in ((int, uint)[])[(28, 0x0009_FFFE), (32, 6), (44, 1), (48, 1), (56, 4096), (60, 2), (64, 1), (68, Last)])
        {
            Write(at, value);
        }

        for (var i = 0; i < 109; i++)
        {
            Write(76 + 4 * i, i == 0 ? 0 : uint.MaxValue);
        }

        foreach (var (i, value) in ((int, uint)[])[(0, 0xFFFF_FFFD), (1, Last), (2, Last)])
        {
            Write(Sector + 4 * i, value);
        }

        for (var i = 0; i < sectors; i++)
        {
            Write(Sector + 12 + 4 * i, i == sectors - 1 ? Last : (uint)(4 + i));
        }

        void Entry(int index, string called, byte type, uint start, int length)
        {
            var at = 2 * Sector + 128 * index;
            Encoding.Unicode.GetBytes(called).CopyTo(file, at);
            file[at + 64] = (byte)(2 * called.Length + 2);
            file[at + 66] = type;
            Write(at + 116, start);
            Write(at + 120, (uint)length);
        }

        Entry(0, "Root Entry", 5, 3, pieces * Piece);
        var piece = 0;
        for (var i = 0; i < streams.Length; i++)
        {
            var (name, content) = streams[i];
            var end = piece + (content.Length + Piece - 1) / Piece;
            Entry(i + 1, name, 2, (uint)piece, content.Length);
            content.CopyTo(file, 4 * Sector + piece * Piece);
            for (; piece < end; piece++)
            {
                Write(3 * Sector + 4 * piece, piece == end - 1 ? Last : (uint)(piece + 1));
            }
        }

        return file;
    }
}
