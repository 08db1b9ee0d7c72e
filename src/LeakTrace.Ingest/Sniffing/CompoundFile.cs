using System.Buffers.Binary;
using System.Text;

namespace LeakTrace.Ingest.Sniffing;

/// <summary>Reads the directory of a compound file ([MS-CFB]) and its streams, as far as they are whole.</summary>
sealed class CompoundFile
{
    const int HeaderLength = 512;
    const int EntryLength = 128;
    const uint EndOfChain = 0xFFFF_FFFE;
    const int MostSectors = 1 << 20;
    const int MostEntries = 100_000;

    readonly Stream _stream;
    readonly int _sectorLength;
    readonly List<uint> _tableSectors = [];
    readonly Dictionary<string, (uint Start, long Length)> _streams = new(StringComparer.OrdinalIgnoreCase);
    readonly byte[] _four = new byte[4];
    (uint Start, long Length) _root;
    uint _miniTable;

    CompoundFile(Stream stream, int sectorLength)
    {
        _stream = stream;
        _sectorLength = sectorLength;
    }

    /// <summary>Names of its streams.</summary>
    public IEnumerable<string> Names => _streams.Keys;

    /// <summary>Opens a compound file; null where it is none or its directory is damaged. The stream is left anywhere.</summary>
    public static CompoundFile? Open(Stream stream)
    {
        var header = new byte[HeaderLength];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            return null;
        }

        var file = new CompoundFile(stream, 1 << shift) { _miniTable = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)) };
        return file.ReadTable(header) && file.ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48))) ? file : null;
    }

    /// <summary>Bytes of a stream as far as they are there; null where it has no such stream.</summary>
    public byte[]? Read(string name)
    {
        const int MiniStreamBelow = 4096;
        const int MiniLength = 64;
        if (!_streams.TryGetValue(name, out var found))
        {
            return null;
        }

        using var content = new MemoryStream();
        if (found.Length >= MiniStreamBelow)
        {
            ReadChain(found.Start, Math.Min(found.Length, _stream.Length), content);
        }
        else
        {
            // Short streams share the sectors of one, in pieces that have a table of their own.
            using var shared = new MemoryStream();
            using var table = new MemoryStream();
            ReadChain(_root.Start, Math.Min(_root.Length, _stream.Length), shared);
            ReadChain(_miniTable, _stream.Length, table);
            var (pieces, next) = (shared.GetBuffer().AsMemory(0, (int)shared.Length), table.GetBuffer().AsMemory(0, (int)table.Length));
            for (var piece = found.Start; content.Length < found.Length && piece < pieces.Length / MiniLength && piece < next.Length / 4;
                piece = BinaryPrimitives.ReadUInt32LittleEndian(next.Span[(int)(4 * piece)..]))
            {
                content.Write(pieces.Span.Slice((int)piece * MiniLength, MiniLength));
            }
        }

        return content.Length > found.Length ? content.ToArray()[..(int)found.Length] : content.ToArray();
    }

    void ReadChain(uint start, long length, MemoryStream target)
    {
        foreach (var sector in Chain(start))
        {
            if (target.Length >= length || !Read(sector, target))
            {
                break;
            }
        }
    }

    bool ReadTable(ReadOnlySpan<byte> header)
    {
        for (var at = 76; at < HeaderLength; at += 4)
        {
            AddTable(BinaryPrimitives.ReadUInt32LittleEndian(header[at..]));
        }

        // Long files say where the rest of the table is in sectors of its own.
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        var sector = new byte[_sectorLength];
        while (next < EndOfChain - 1 && Offset(next) < _stream.Length && _tableSectors.Count < MostSectors)
        {
            using var memory = new MemoryStream(sector);
            if (!Read(next, memory))
            {
                break;
            }

            for (var at = 0; at < _sectorLength - 4; at += 4)
            {
                AddTable(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at)));
            }

            var following = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(_sectorLength - 4));
            if (following == next)
            {
                break;
            }

            next = following;
        }

        return _tableSectors.Count > 0;
    }

    void AddTable(uint sector)
    {
        if (sector < EndOfChain - 1)
        {
            _tableSectors.Add(sector);
        }
    }

    bool ReadDirectory(uint start)
    {
        using var memory = new MemoryStream();
        foreach (var sector in Chain(start))
        {
            if (memory.Length > MostEntries * EntryLength || !Read(sector, memory))
            {
                return false;
            }
        }

        var directory = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        for (; directory.Length >= EntryLength; directory = directory[EntryLength..])
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory[64..]);
            var place = (BinaryPrimitives.ReadUInt32LittleEndian(directory[116..]), BinaryPrimitives.ReadUInt32LittleEndian(directory[120..]));
            if (length is >= 2 and <= 64 && directory[66] == 2)
            {
                _streams.TryAdd(Encoding.Unicode.GetString(directory[..(length - 2)]), place);
            }
            else if (directory[66] == 5)
            {
                _root = place;
            }
        }

        return true;
    }

    IEnumerable<uint> Chain(uint start)
    {
        var sector = start;
        for (var i = 0; i < MostSectors && sector < EndOfChain - 1; i++)
        {
            yield return sector;
            var perSector = _sectorLength / 4;
            if (sector / perSector >= _tableSectors.Count)
            {
                yield break;
            }

            _stream.Position = Offset(_tableSectors[(int)(sector / perSector)]) + sector % perSector * 4;
            if (_stream.ReadAtLeast(_four, 4, throwOnEndOfStream: false) < 4)
            {
                yield break;
            }

            sector = BinaryPrimitives.ReadUInt32LittleEndian(_four);
        }
    }

    bool Read(uint sector, MemoryStream target)
    {
        if (Offset(sector) >= _stream.Length)
        {
            return false;
        }

        var bytes = new byte[_sectorLength];
        _stream.Position = Offset(sector);
        var read = _stream.ReadAtLeast(bytes, _sectorLength, throwOnEndOfStream: false);
        target.Write(bytes, 0, read);
        return read > 0;
    }

    long Offset(uint sector) => (sector + 1L) * _sectorLength;
}
