using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>Records encrypted with RC4 ([MS-OFFCRYPTO] 2.3.5 and 2.3.6): a key for each block of 1,024 bytes of the stream, headers of records included.</summary>
sealed class Rc4Records : IBiffCipher
{
    const int BlockLength = 1024;
    const int SaltLength = 16;

    readonly Func<int, byte[]> _keyOf;
    Rc4? _cipher;
    int _block;
    int _position;

    Rc4Records(Func<int, byte[]> keyOf) => _keyOf = keyOf;

    /// <summary>The cipher that a password opens; null where it is the wrong one, or where the description is of another kind.</summary>
    /// <param name="description">What the workbook says behind the type of its encryption.</param>
    /// <param name="password">The password.</param>
    public static Rc4Records? Open(ReadOnlySpan<byte> description, string password)
    {
        if (description.Length < 4)
        {
            return null;
        }

        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(description), BinaryPrimitives.ReadUInt16LittleEndian(description[2..]));
        return major == 1 && minor == 1 ? OpenBinary(description[4..], password)
            : major is >= 2 and <= 4 && minor == 2 ? OpenCryptoApi(description[4..], password) : null;
    }

    /// <inheritdoc/>
    public void Decrypt(int position, int length, Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            if (_cipher is null || position / BlockLength != _block)
            {
                _block = position / BlockLength;
                _position = _block * BlockLength;
                _cipher = new Rc4(_keyOf(_block));
            }

            // Of what is not encrypted, the cipher runs on all the same.
            for (; _position < position; _position++)
            {
                _cipher.Next();
            }

            value ^= _cipher.Next();
            _position = ++position;
        }
    }

    static Rc4Records? OpenBinary(ReadOnlySpan<byte> content, string password)
    {
        const int Repetitions = 16;
        const int Kept = 5;
        const int HashLength = 16;
        if (content.Length < SaltLength + 2 * HashLength)
        {
            return null;
        }

        var salted = Md5(Encoding.Unicode.GetBytes(password)).AsSpan(0, Kept).ToArray().Concat(content[..SaltLength].ToArray()).ToArray();
        var start = Md5([.. Enumerable.Repeat(salted, Repetitions).SelectMany(bytes => bytes)]);
        var cipher = new Rc4Records(block => Md5([.. start[..Kept], .. Number(block)]));
        return cipher.Verifies(content.Slice(SaltLength, HashLength), content.Slice(SaltLength + HashLength, HashLength), Md5) ? cipher : null;
    }

    static Rc4Records? OpenCryptoApi(ReadOnlySpan<byte> content, string password)
    {
        const int HashLength = 20;
        const int VerifierLength = 16;
        const int ShortKey = 5;
        const int PaddedKey = 16;
        const int HeaderAt = 8;
        const int KeyBitsAt = 16;
        if (content.Length < HeaderAt + KeyBitsAt + 4)
        {
            return null;
        }

        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(content[4..]);
        var bits = BinaryPrimitives.ReadInt32LittleEndian(content[(HeaderAt + KeyBitsAt)..]);
        var keyLength = bits == 0 ? ShortKey : bits / 8;
        if (headerLength < 0 || headerLength > content.Length || keyLength is < ShortKey or > PaddedKey)
        {
            return null;
        }

        var verifier = content[Math.Min(content.Length, HeaderAt + headerLength)..];
        if (verifier.Length < 4 + SaltLength + VerifierLength + 4 + HashLength)
        {
            return null;
        }

        var start = Sha1([.. verifier.Slice(4, SaltLength), .. Encoding.Unicode.GetBytes(password)]);
        var cipher = new Rc4Records(block =>
        {
            var key = Sha1([.. start, .. Number(block)])[..keyLength];
            Array.Resize(ref key, keyLength == ShortKey ? PaddedKey : keyLength);
            return key;
        });
        var encrypted = verifier.Slice(4 + SaltLength, VerifierLength);
        return cipher.Verifies(encrypted, verifier.Slice(4 + SaltLength + VerifierLength + 4, HashLength), Sha1) ? cipher : null;
    }

    bool Verifies(ReadOnlySpan<byte> verifier, ReadOnlySpan<byte> hash, Func<byte[], byte[]> hashOf)
    {
        var cipher = new Rc4(_keyOf(0));
        var (plain, expected) = (verifier.ToArray(), hash.ToArray());
        cipher.Apply(plain);
        cipher.Apply(expected);
        return hashOf(plain).AsSpan().SequenceEqual(expected);
    }

    // What the format prescribes, old as it is.
    static byte[] Md5(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes);

    static byte[] Sha1(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    static byte[] Number(int block)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, block);
        return number;
    }
}
