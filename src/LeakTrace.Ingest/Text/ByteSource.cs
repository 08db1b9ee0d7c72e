using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// The bytes of a text file in order, hashed as they pass; UTF-16 and what needs repair come out as UTF-8, every other encoding as it is. NULs are left out.
/// </summary>
sealed class ByteSource : IDisposable
{
    readonly Stream _stream;
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly Decoder? _decoder;
    readonly TextRepair? _repair;
    readonly byte[] _raw = new byte[1 << 16];
    readonly char[] _chars = new char[1 << 16];
    int _skip;
    bool _ended;

    /// <summary>Opens the source over a stream at its start.</summary>
    public ByteSource(Stream stream, TextEncoding encoding)
    {
        _stream = stream;
        _skip = encoding.BomLength;
        _repair = encoding.Repair?.Invoke();
        _decoder = encoding.IsUtf16 || _repair is not null ? encoding.Encoding.GetDecoder() : null;
    }

    /// <summary>Whether NULs were found and left out.</summary>
    public bool HadNuls { get; private set; }

    /// <summary>Fills the span as far as the file goes; less than <c>destination.Length - 256</c> means that the file ends.</summary>
    public int Read(Span<byte> destination)
    {
        var filled = 0;
        while (destination.Length - filled > 0)
        {
            var read = _decoder is null ? ReadRaw(destination[filled..]) : ReadDecoded(destination[filled..]);
            if (read < 0)
            {
                break;
            }

            filled += WithoutNuls(destination.Slice(filled, read));
            if (_decoder is not null && destination.Length - filled < 256)
            {
                break;
            }
        }

        return filled;
    }

    /// <summary>Hash of the bytes read, in lower-case hexadecimal; to be asked once, at the end.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>Reads what is left, for the hash.</summary>
    public void Drain()
    {
        int read;
        while ((read = _stream.Read(_raw)) > 0)
        {
            _hash.AppendData(_raw, 0, read);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    // -1 at the end of the file; zero is possible, when only the byte order mark was read.
    int ReadRaw(Span<byte> destination)
    {
        var read = _stream.Read(destination);
        if (read == 0)
        {
            return -1;
        }

        _hash.AppendData(destination[..read]);
        var skipped = Math.Min(_skip, read);
        _skip -= skipped;
        destination[skipped..read].CopyTo(destination);
        return read - skipped;
    }

    int ReadDecoded(Span<byte> destination)
    {
        var read = ReadRaw(_raw.AsSpan(0, Math.Min(_raw.Length, destination.Length / 3 * 2 & ~1)));
        var atEnd = read < 0;
        var chars = _decoder!.GetChars(_raw, 0, Math.Max(read, 0), _chars, 0, flush: atEnd);
        if (atEnd && (chars == 0 && _repair is null || _ended))
        {
            return -1;
        }

        _ended = atEnd;
        var text = _repair is null ? _chars.AsSpan(0, chars) : _repair.Undo(_chars.AsSpan(0, chars), atEnd);
        Utf8.FromUtf16(text, destination, out _, out var written);
        return written;
    }

    int WithoutNuls(Span<byte> bytes)
    {
        var kept = bytes.IndexOf((byte)0);
        if (kept < 0)
        {
            return bytes.Length;
        }

        HadNuls = true;
        for (var i = kept; i < bytes.Length; i++)
        {
            if (bytes[i] != 0)
            {
                bytes[kept++] = bytes[i];
            }
        }

        return kept;
    }
}
