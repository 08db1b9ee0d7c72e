using System.Buffers;

namespace LeakTrace.Ingest.Text;

/// <summary>Consecutive whole records of a text file, in a pooled buffer.</summary>
sealed class TextChunk : IDisposable
{
    readonly byte[] _buffer;

    /// <summary>Creates a chunk over a pooled buffer, which it gives back when disposed.</summary>
    public TextChunk(byte[] buffer, int firstRow, IReadOnlyList<TextPart> parts)
    {
        _buffer = buffer;
        FirstRow = firstRow;
        Parts = parts;
    }

    /// <summary>1-based number of its first record in the file.</summary>
    public int FirstRow { get; }

    /// <summary>Its parts in order.</summary>
    public IReadOnlyList<TextPart> Parts { get; }

    /// <summary>Number of its records.</summary>
    public int Records
    {
        get
        {
            var records = 0;
            foreach (var part in Parts)
            {
                records += part.Records;
            }

            return records;
        }
    }

    /// <summary>Number of its bytes.</summary>
    public long Length
    {
        get
        {
            long length = 0;
            foreach (var part in Parts)
            {
                length += part.Length;
            }

            return length;
        }
    }

    /// <summary>Bytes of a part.</summary>
    public ReadOnlyMemory<byte> this[TextPart part] => _buffer.AsMemory(part.Start, part.Length);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
