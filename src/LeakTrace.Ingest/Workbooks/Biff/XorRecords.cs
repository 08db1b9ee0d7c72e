using System.Buffers.Binary;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>Records obfuscated with a password ([MS-OFFCRYPTO] 2.3.7, method 1), as Excel 95 and before did.</summary>
sealed class XorRecords : IBiffCipher
{
    const int KeyLength = 16;
    const int LongestPassword = 15;

    readonly byte[] _key;

    XorRecords(byte[] key) => _key = key;

    /// <summary>What fills a short password up.</summary>
    static ReadOnlySpan<byte> Filling => [0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00];

    /// <summary>The cipher that a password opens; null where it is the wrong one.</summary>
    /// <param name="description">Key and verifier, two bytes each.</param>
    /// <param name="password">The password.</param>
    public static XorRecords? Open(ReadOnlySpan<byte> description, string password)
    {
        foreach (var encoding in (Encoding[])[Encoding.Latin1, Encoding.GetEncoding("gb18030")])
        {
            var bytes = encoding.GetBytes(password);
            bytes = bytes[..Math.Min(bytes.Length, LongestPassword)];
            var key = KeyOf(bytes);
            if (description.Length >= 4 && bytes.Length > 0 && BinaryPrimitives.ReadUInt16LittleEndian(description) == key
                && BinaryPrimitives.ReadUInt16LittleEndian(description[2..]) == VerifierOf(bytes))
            {
                return new XorRecords(Repeated(bytes, key));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Decrypt(int position, int length, Span<byte> bytes)
    {
        // The key begins anew in each record, at a place that its position and length decide.
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(byte.RotateLeft(bytes[i], 3) ^ _key[(position + length + i) % KeyLength]);
        }
    }

    static byte[] Repeated(byte[] password, ushort key)
    {
        var repeated = new byte[KeyLength];
        password.CopyTo(repeated, 0);
        Filling[..(KeyLength - password.Length)].CopyTo(repeated.AsSpan(password.Length));
        for (var i = 0; i < KeyLength; i++)
        {
            repeated[i] = byte.RotateLeft((byte)(repeated[i] ^ (byte)(i % 2 == 0 ? key : key >> 8)), 2);
        }

        return repeated;
    }

    static ushort KeyOf(byte[] password)
    {
        ushort key = 0;
        ushort power = 0x8000;
        ushort last = 0xFFFF;
        for (var i = password.Length - 1; i >= 0; i--)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                power = Turned(power);
                key ^= bit < 7 && (password[i] >> bit & 1) != 0 ? power : (ushort)0;
                last = Turned(last);
            }
        }

        return (ushort)(key ^ last);
    }

    static ushort Turned(ushort value)
    {
        var turned = ushort.RotateLeft(value, 1);
        return (ushort)((turned & 1) != 0 ? turned ^ 0x1020 : turned);
    }

    static ushort VerifierOf(byte[] password)
    {
        const int Bits = 15;
        const int Mask = (1 << Bits) - 1;
        var verifier = password.Length ^ 0xCE4B;
        for (var i = 0; i < password.Length; i++)
        {
            var turn = (i + 1) % Bits;
            verifier ^= (password[i] << turn | password[i] >> (Bits - turn)) & Mask;
        }

        return (ushort)verifier;
    }
}
