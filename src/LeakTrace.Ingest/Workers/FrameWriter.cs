using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Workers;

/// <summary>
/// Sends what a reader pushes as frames: a type and a length of four bytes each, content. Rows are gathered; each is its number, its flags, the number of
/// cells and of characters, the ends of the cells, and the characters in UTF-16, so that the other side copies nothing.
/// </summary>
sealed class FrameWriter : IRowSink
{
    const int HeaderLength = FrameReader.HeaderLength;
    const int RowHeaderLength = 16;
    const int GatheredLength = 1 << 16;

    readonly Stream _stream;
    byte[] _rows = new byte[2 * GatheredLength];
    int _length = HeaderLength;

    /// <summary>Creates a writer to a stream.</summary>
    public FrameWriter(Stream stream) => _stream = stream;

    /// <inheritdoc/>
    public void BeginFile(bool is1904, string encoding) => Send(FrameType.File, writer =>
    {
        writer.Write(is1904);
        writer.Write(encoding);
    });

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden) => Send(FrameType.Sheet, writer =>
    {
        writer.Write(name);
        writer.Write(hidden);
    });

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        var characters = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            characters += cells[i].Length;
        }

        // Rows stand at multiples of four, so that their numbers can be read in place.
        var length = RowHeaderLength + 4 * cells.Count + (2 * characters + 3 & ~3);
        if (_rows.Length - _length < length)
        {
            Array.Resize(ref _rows, Math.Max(_rows.Length * 2, _length + length));
        }

        var target = _rows.AsSpan(_length, length);
        target[^Math.Min(4, length)..].Clear();
        var numbers = MemoryMarshal.Cast<byte, int>(target[..(RowHeaderLength + 4 * cells.Count)]);
        numbers[0] = row;
        numbers[1] = hidden ? 1 : 0;
        numbers[2] = cells.Count;
        numbers[3] = characters;
        var text = MemoryMarshal.Cast<byte, char>(target[(RowHeaderLength + 4 * cells.Count)..]);
        var end = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            cells[i].CopyTo(text[end..]);
            end += cells[i].Length;
            numbers[4 + i] = end;
        }

        _length += length;
        if (_length >= GatheredLength)
        {
            SendRows();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Correct(long cells) => Send(FrameType.Correction, writer => writer.Write(cells));

    /// <inheritdoc/>
    public void EndSheet() => Send(FrameType.SheetEnd, _ => { });

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message) => Send(FrameType.Report, writer =>
    {
        writer.Write((byte)severity);
        writer.Write(sheet);
        writer.Write(row);
        writer.Write(code);
        writer.Write(message);
    });

    /// <summary>Says that the file is read.</summary>
    public void Done() => Send(FrameType.Done, _ => { });

    /// <summary>Says that the file, or the rest of it, cannot be read.</summary>
    public void Failed(string code, string message) => Send(FrameType.Failed, writer =>
    {
        writer.Write(code);
        writer.Write(message);
    });

    void SendRows()
    {
        if (_length > HeaderLength)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_rows, (int)FrameType.Rows);
            BinaryPrimitives.WriteInt32LittleEndian(_rows.AsSpan(4), _length - HeaderLength);
            _stream.Write(_rows, 0, _length);
            _length = HeaderLength;
        }
    }

    void Send(FrameType type, Action<BinaryWriter> write)
    {
        SendRows();
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write((int)type);
        writer.Write(0);
        write(writer);
        writer.Flush();
        var frame = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], frame.Length - HeaderLength);
        _stream.Write(frame);
        _stream.Flush();
    }
}
