namespace LeakTrace.Ingest.Archives;

/// <summary>The CRC-32 of ZIP archives.</summary>
static class Crc32
{
    const uint Polynomial = 0xEDB8_8320;

    static readonly uint[] _table = Table();

    /// <summary>The CRC after one byte more, without the inversions at both ends.</summary>
    public static uint Add(uint crc, byte value) => _table[(byte)(crc ^ value)] ^ (crc >> 8);

    /// <summary>CRC of a stream from its start, at which it is left.</summary>
    public static uint Of(Stream stream)
    {
        var crc = uint.MaxValue;
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                crc = Add(crc, value);
            }
        }

        stream.Position = 0;
        return ~crc;
    }

    static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
