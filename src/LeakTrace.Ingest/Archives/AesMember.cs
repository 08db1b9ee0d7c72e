using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LeakTrace.Ingest.Archives;

/// <summary>Members that WinZip, 7-Zip and others encrypted with AES (AE-1 and AE-2): PBKDF2, AES in counter mode, an HMAC over what is encrypted.</summary>
static class AesMember
{
    const int Iterations = 1000;
    const int VerifierLength = 2;
    const int SignatureLength = 10;
    const int BlockLength = 16;
    const int BufferLength = 1 << 16;

    /// <summary>Decrypts what lies at the archive's position into the target; false where the password is wrong or the bytes are not what was signed.</summary>
    public static bool Decrypt(Stream archive, long packedLength, int strength, byte[] password, Stream target, CancellationToken cancellation)
    {
        var keyLength = 8 + 8 * strength;
        var saltLength = keyLength / 2;
        var left = packedLength - saltLength - VerifierLength - SignatureLength;
        if (strength is < 1 or > 3 || left < 0)
        {
            return false;
        }

        var head = new byte[saltLength + VerifierLength];
        archive.ReadExactly(head);
#pragma warning disable CA5379 // The format fixes the hash.
        var keys = Rfc2898DeriveBytes.Pbkdf2(password, head.AsSpan(0, saltLength), Iterations, HashAlgorithmName.SHA1, 2 * keyLength + VerifierLength);
#pragma warning restore CA5379
        if (!keys.AsSpan(2 * keyLength).SequenceEqual(head.AsSpan(saltLength)))
        {
            return false;
        }

        using var aes = Aes.Create();
        aes.Key = keys[..keyLength];
        using var signature = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, keys.AsSpan(keyLength, keyLength));
        var buffer = new byte[BufferLength];
        var counters = new byte[BufferLength];
        for (ulong block = 1; left > 0; block += BufferLength / BlockLength)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = buffer.AsSpan(0, (int)Math.Min(left, BufferLength));
            archive.ReadExactly(bytes);
            signature.AppendData(bytes);
            for (var i = 0; i < BufferLength; i += BlockLength)
            {
                counters.AsSpan(i, BlockLength).Clear();
                BinaryPrimitives.WriteUInt64LittleEndian(counters.AsSpan(i), block + (ulong)(i / BlockLength));
            }

            aes.EncryptEcb(counters, counters, PaddingMode.None);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] ^= counters[i];
            }

            target.Write(bytes);
            left -= bytes.Length;
        }

        var signed = new byte[SignatureLength];
        archive.ReadExactly(signed);
        return signature.GetHashAndReset().AsSpan(0, SignatureLength).SequenceEqual(signed);
    }
}
