using System.Buffers.Binary;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>The records of a BIFF stream ([MS-XLS] 2.1.4): a type and a length of two bytes each, content.</summary>
sealed class BiffRecords
{
    const int HeaderLength = 4;

    readonly byte[] _bytes;

    /// <summary>Takes a stream.</summary>
    public BiffRecords(byte[] bytes) => _bytes = bytes;

    /// <summary>Version: 2, 3, 4, 5 or 8.</summary>
    public int Version { get; set; } = 8;

    /// <summary>Whether a whole record stands at a position.</summary>
    public bool Has(int at) => at >= 0 && at <= _bytes.Length - HeaderLength && Length(at) <= _bytes.Length - HeaderLength - at;

    /// <summary>Type of the record at a position that has one.</summary>
    public int Type(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    /// <summary>Content of the record at a position that has one.</summary>
    public ReadOnlySpan<byte> Content(int at) => _bytes.AsSpan(at + HeaderLength, Length(at));

    /// <summary>Position behind a record.</summary>
    public int Next(int at) => at + HeaderLength + Length(at);

    /// <summary>Whether a substream begins at the record.</summary>
    public bool IsBegin(int at) => Type(at) is BiffTypes.Begin2 or BiffTypes.Begin3 or BiffTypes.Begin4 or BiffTypes.Begin;

    /// <summary>Position behind the substream that begins at a position, or of the first record that is not whole.</summary>
    public int Behind(int at)
    {
        var depth = 0;
        while (Has(at))
        {
            depth += IsBegin(at) ? 1 : Type(at) == BiffTypes.End ? -1 : 0;
            at = Next(at);
            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }

    int Length(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2));
}
