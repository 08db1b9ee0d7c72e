using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.Encryption;

/// <summary>The slow hash of a password ([MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.11).</summary>
static class PasswordHash
{
    /// <summary>Hash of salt and password, hashed again with the number of each round before it.</summary>
    public static byte[] Of(HashAlgorithmName algorithm, byte[] salt, string password, int rounds)
    {
        var hash = CryptographicOperations.HashData(algorithm, [.. salt, .. Encoding.Unicode.GetBytes(password)]);
        var numbered = new byte[4 + hash.Length];
        for (var i = 0; i < rounds; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(numbered, i);
            hash.CopyTo(numbered, 4);
            CryptographicOperations.HashData(algorithm, numbered, hash);
        }

        return hash;
    }
}
