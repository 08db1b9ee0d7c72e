using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LeakTrace.Ingest.Workbooks.Encryption;

/// <summary>The encryption of Excel 2007 ([MS-OFFCRYPTO] 2.3.4.5): AES in electronic codebook mode, a key from 50,000 rounds of SHA-1.</summary>
sealed class StandardEncryption : IPackageEncryption
{
    const int Rounds = 50_000;
    const int PrefixLength = 12;
    const int SaltLength = 16;
    const int BlockLength = 16;
    const int HashLength = 20;
    const int EncryptedHashLength = 32;

    readonly byte[] _salt;
    readonly byte[] _verifier;
    readonly byte[] _verifierHash;
    readonly int _keyLength;
    byte[] _key = [];

    StandardEncryption(ReadOnlySpan<byte> verifier, int keyLength)
    {
        _salt = verifier.Slice(4, SaltLength).ToArray();
        _verifier = verifier.Slice(4 + SaltLength, BlockLength).ToArray();
        _verifierHash = verifier.Slice(8 + SaltLength + BlockLength, EncryptedHashLength).ToArray();
        _keyLength = keyLength;
    }

    /// <summary>Reads what the file says of its encryption; null where it is another.</summary>
    public static StandardEncryption? Read(ReadOnlySpan<byte> description)
    {
        const int VerifierLength = 8 + SaltLength + BlockLength + EncryptedHashLength;
        if (description.Length < PrefixLength || BinaryPrimitives.ReadUInt16LittleEndian(description[2..]) != 2)
        {
            return null;
        }

        var header = BinaryPrimitives.ReadInt32LittleEndian(description[8..]);
        if (header < 20 || header > description.Length - PrefixLength - VerifierLength)
        {
            return null;
        }

        var keyBits = BinaryPrimitives.ReadInt32LittleEndian(description[(PrefixLength + 16)..]);
        return keyBits is 128 or 192 or 256 ? new StandardEncryption(description[(PrefixLength + header)..], keyBits / 8) : null;
    }

    /// <inheritdoc/>
    public bool Unlock(string password)
    {
        var hash = PasswordHash.Of(HashAlgorithmName.SHA1, _salt, password, Rounds);
        Span<byte> block = stackalloc byte[64];
        var derived = new byte[2 * HashLength];
        var final = Hash([.. hash, 0, 0, 0, 0]);
        foreach (var (pad, at) in ((byte, int)[])[(0x36, 0), (0x5C, HashLength)])
        {
            block.Fill(pad);
            for (var i = 0; i < final.Length; i++)
            {
                block[i] ^= final[i];
            }

            Hash(block).CopyTo(derived, at);
        }

        _key = derived[.._keyLength];
        using var aes = Aes.Create();
        aes.Key = _key;
        var verifier = aes.DecryptEcb(_verifier, PaddingMode.None);
        return Hash(verifier).AsSpan().SequenceEqual(aes.DecryptEcb(_verifierHash, PaddingMode.None).AsSpan(0, HashLength));
    }

    static byte[] Hash(ReadOnlySpan<byte> bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    /// <inheritdoc/>
    public byte[] Decrypt(ReadOnlySpan<byte> content)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        return aes.DecryptEcb(content[..(content.Length / BlockLength * BlockLength)], PaddingMode.None);
    }
}
