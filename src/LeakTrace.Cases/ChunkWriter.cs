using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Writes values one after another into chunks of a file; arrays go as they lie in memory (little-endian).</summary>
sealed class ChunkWriter : IDisposable
{
    /// <summary>Chunks are small against SQLite's limit of a blob (1 GB) and the page cache, and large against the cost of a statement.</summary>
    public const int ChunkBytes = 4 << 20;

    readonly SqliteCommand _insert;
    readonly ContentHash _hash;
    readonly byte[] _chunk = GC.AllocateUninitializedArray<byte>(ChunkBytes);
    int _used;

    /// <param name="database">The store.</param>
    /// <param name="fileId">File that the values are of.</param>
    /// <param name="hash">Takes every chunk as it is stored.</param>
    public ChunkWriter(SqliteConnection database, long fileId, ContentHash hash)
    {
        _hash = hash;
        _insert = database.CreateCommand();
        _insert.CommandText = Sql.Text("AddChunk");
        _insert.Parameters.AddWithValue("@fileId", fileId);
        _insert.Parameters.AddWithValue("@data", _chunk);
    }

    public void Write(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.Length);
        Write(bytes.AsSpan());
    }

    /// <summary>Writes the length and the elements; -1 for no array.</summary>
    public void Write<T>(T[]? values)
        where T : unmanaged
    {
        Write(values?.Length ?? -1);
        Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>Stores what is left; nothing may be written after.</summary>
    public void Complete()
    {
        if (_used > 0)
        {
            Insert(_chunk.AsSpan(0, _used).ToArray());
        }
    }

    public void Dispose() => _insert.Dispose();

    void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var taken = Math.Min(bytes.Length, ChunkBytes - _used);
            bytes[..taken].CopyTo(_chunk.AsSpan(_used));
            bytes = bytes[taken..];
            _used += taken;
            if (_used == ChunkBytes)
            {
                Insert(_chunk);
                _used = 0;
            }
        }
    }

    void Insert(byte[] data)
    {
        _hash.Add(data);
        _insert.Parameters[1].Value = data;
        _insert.ExecuteNonQuery();
    }
}
