using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Reads back what a <see cref="ChunkWriter"/> wrote, straight from the pages of the database into the arrays.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where the chunks hold something else.</remarks>
sealed class ChunkReader(SqliteConnection database, IReadOnlyList<long> chunks) : IDisposable
{
    readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    SqliteBlob? _blob;
    int _next;

    public int ReadCount(int most)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(bytes);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return count >= -1 && count <= most ? count : throw new InvalidDataException("A count is out of range.");
    }

    public string ReadText()
    {
        var bytes = new byte[Math.Max(0, ReadCount(MostElements<byte>()))];
        Fill(bytes);
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("A text is not UTF-8.", e);
        }
    }

    /// <summary>An array, or null where none was written.</summary>
    public T[]? ReadArray<T>()
        where T : unmanaged
    {
        var count = ReadCount(MostElements<T>());
        if (count < 0)
        {
            return null;
        }

        var values = GC.AllocateUninitializedArray<T>(count);
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public void Dispose() => _blob?.Dispose();

    // A damaged count must not make an array longer than all the chunks can fill.
    int MostElements<T>() => (int)Math.Min(Array.MaxLength, (long)chunks.Count * ChunkWriter.ChunkBytes / Unsafe.SizeOf<T>());

    void Fill(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = _blob?.Read(bytes) ?? 0;
            if (read == 0)
            {
                _blob?.Dispose();
                _blob = _next < chunks.Count
                    ? new SqliteBlob(database, "chunk", "data", chunks[_next++], readOnly: true)
                    : throw new InvalidDataException("The chunks end too early.");
            }

            bytes = bytes[read..];
        }
    }
}
