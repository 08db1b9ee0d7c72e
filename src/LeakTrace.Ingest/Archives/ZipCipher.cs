namespace LeakTrace.Ingest.Archives;

/// <summary>The traditional encryption of ZIP ([PKWARE APPNOTE] 6.1): weak, and what most archivers still write.</summary>
sealed class ZipCipher
{
    /// <summary>Bytes before the content.</summary>
    public const int HeaderLength = 12;

    const uint Factor = 134_775_813;

    uint _first = 0x1234_5678;
    uint _second = 0x2345_6789;
    uint _third = 0x3456_7890;

    /// <summary>Starts with a password.</summary>
    public ZipCipher(ReadOnlySpan<byte> password)
    {
        foreach (var value in password)
        {
            Take(value);
        }
    }

    /// <summary>Decrypts bytes in place.</summary>
    public void Decrypt(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            var mixed = (ushort)(_third | 2);
            value ^= (byte)((mixed * (mixed ^ 1)) >> 8);
            Take(value);
        }
    }

    void Take(byte value)
    {
        _first = Crc32.Add(_first, value);
        _second = (_second + (byte)_first) * Factor + 1;
        _third = Crc32.Add(_third, (byte)(_second >> 24));
    }
}
