using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Workers;

/// <summary>Takes the frames of a worker apart. A worker that read a hostile file is not believed: what does not fit is an <see cref="InvalidDataException"/>.</summary>
sealed class FrameReader
{
    /// <summary>Length of what stands before a frame's content.</summary>
    public const int HeaderLength = 8;

    const int LongestFrame = 16 << 20;
    const int RowHeaderLength = 16;

    readonly Stream _stream;
    readonly byte[] _header = new byte[HeaderLength];
    byte[] _content = new byte[1 << 17];
    int _length;

    /// <summary>Creates a reader of a stream.</summary>
    public FrameReader(Stream stream) => _stream = stream;

    /// <summary>Reads the next frame; <see cref="FrameType.None"/> where the stream ends, even within a frame.</summary>
    public FrameType Next()
    {
        if (_stream.ReadAtLeast(_header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return FrameType.None;
        }

        var type = BinaryPrimitives.ReadInt32LittleEndian(_header);
        _length = BinaryPrimitives.ReadInt32LittleEndian(_header.AsSpan(4));
        if (type is <= (int)FrameType.None or > (int)FrameType.Failed || _length is < 0 or > LongestFrame)
        {
            throw new InvalidDataException("a frame that no worker sends");
        }

        if (_content.Length < _length)
        {
            _content = new byte[Math.Max(_length, _content.Length * 2)];
        }

        return _stream.ReadAtLeast(_content.AsSpan(0, _length), _length, throwOnEndOfStream: false) < _length ? FrameType.None : (FrameType)type;
    }

    /// <summary>Opens the content of the last frame.</summary>
    public BinaryReader Content() => new(new MemoryStream(_content, 0, _length, writable: false), Encoding.UTF8);

    /// <summary>Pushes the rows of the last frame, which come after a row; returns the last row.</summary>
    public int PushRows(IRowSink sink, int after, ref bool wanted)
    {
        var content = _content.AsSpan(0, _length);
        while (content.Length > 0)
        {
            if (content.Length < RowHeaderLength)
            {
                throw new InvalidDataException("a row that no worker sends");
            }

            var header = MemoryMarshal.Cast<byte, int>(content[..RowHeaderLength]);
            var (row, cells, characters) = (header[0], header[2], header[3]);
            var length = RowHeaderLength + 4L * cells + (2L * characters + 3 & ~3L);
            if (row <= after || (uint)cells > RowBuffer.MostCells || characters < 0 || length > content.Length)
            {
                throw new InvalidDataException("a row that no worker sends");
            }

            var ends = MemoryMarshal.Cast<byte, int>(content.Slice(RowHeaderLength, 4 * cells));
            Check(ends, characters);
            var text = MemoryMarshal.Cast<byte, char>(content.Slice(RowHeaderLength + 4 * cells, 2 * characters));
            wanted = wanted && sink.Row(row, header[1] != 0, new RowCells(text, ends));
            after = row;
            content = content[(int)length..];
        }

        return after;
    }

    /// <summary>Hands a frame on that is of a file or of a sheet but no rows.</summary>
    public void Push(FrameType type, IRowSink sink)
    {
        using var content = Content();
        switch (type)
        {
            case FrameType.File:
                sink.BeginFile(content.ReadBoolean(), content.ReadString());
                break;
            case FrameType.Sheet:
                sink.BeginSheet(content.ReadString(), content.ReadBoolean());
                break;
            case FrameType.Correction:
                sink.Correct(content.ReadInt64());
                break;
            case FrameType.SheetEnd:
                sink.EndSheet();
                break;
            case FrameType.Report:
                var severity = (Severity)Math.Min(content.ReadByte(), (byte)Severity.Error);
                sink.Report(severity, content.ReadString(), content.ReadInt32(), content.ReadString(), content.ReadString());
                break;
            default:
                throw new InvalidDataException("a frame in the wrong place");
        }
    }

    static void Check(ReadOnlySpan<int> ends, int characters)
    {
        var last = 0;
        foreach (var end in ends)
        {
            if (end < last)
            {
                throw new InvalidDataException("cells that no worker sends");
            }

            last = end;
        }

        if (last != characters)
        {
            throw new InvalidDataException("cells that no worker sends");
        }
    }
}
