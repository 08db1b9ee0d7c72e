using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Tests.Ingest;

/// <summary>Workbooks that are encrypted here as [MS-OFFCRYPTO] says, of several blocks of 1,024 bytes.</summary>
public class EncryptedBiffTests
{
    const string Password = "mima2023";
    const int Rows = 200;
    static readonly byte[] _salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    static readonly byte[] _verifier = [.. Enumerable.Range(40, 16).Select(i => (byte)i)];

    [Fact]
    public void Forty_bits_of_Excel_97_open_with_their_password() => OpensOnlyWith(Password, password =>
    {
        var five = Md5(Encoding.Unicode.GetBytes(password))[..5];
        var start = Md5([.. Enumerable.Range(0, 16).SelectMany(_ => (byte[])[.. five, .. _salt])])[..5];
        byte[] KeyOf(int block) => Md5([.. start, .. BitConverter.GetBytes(block)]);
        var check = Combined(Stream(KeyOf(0)), [.. _verifier, .. Md5(_verifier)]);
        return Encrypted(Biff.Of(1, 1, 1, _salt, check), KeyOf);
    });

    [Theory]
    [InlineData(128)]
    [InlineData(40)]
    [InlineData(0)]
    public void Keys_of_Excel_2002_open_with_their_password(int bits) => OpensOnlyWith(Password, password =>
    {
        var start = Sha1([.. _salt, .. Encoding.Unicode.GetBytes(password)]);
        byte[] KeyOf(int block)
        {
            var hash = Sha1([.. start, .. BitConverter.GetBytes(block)]);
            return bits == 128 ? hash[..16] : [.. hash[..5], .. new byte[11]];
        }

        var check = Combined(Stream(KeyOf(0)), [.. _verifier, .. Sha1(_verifier)]);
        var header = Biff.Of(4u, 0u, 0x6801u, 0x8004u, (uint)bits, 1u, 0u, 0u, Encoding.Unicode.GetBytes("RC4\0"));
        return Encrypted(Biff.Of(1, 2, 2, 4u, (uint)header.Length, header, 16u, _salt, check[..16], 20u, check[16..]), KeyOf);
    });

    [Fact]
    public void What_anybody_may_open_needs_no_password()
    {
        var start = Sha1([.. _salt, .. Encoding.Unicode.GetBytes("VelvetSweatshop")]);
        byte[] KeyOf(int block) => Sha1([.. start, .. BitConverter.GetBytes(block)])[..16];
        var check = Combined(Stream(KeyOf(0)), [.. _verifier, .. Sha1(_verifier)]);
        var header = Biff.Of(4u, 0u, 0x6801u, 0x8004u, 128u, 1u, 0u, 0u, (byte)0, (byte)0);
        HasAll(Read(Encrypted(Biff.Of(1, 2, 2, 4u, (uint)header.Length, header, 16u, _salt, check[..16], 20u, check[16..]), KeyOf)));
    }

    [Fact]
    public void The_obfuscation_of_Excel_95_opens_with_its_password() => OpensOnlyWith("abc", _ =>
    {
        // Key and verifier are those that Excel wrote for this password.
        const int Key = 0x514A;
        const int Verifier = 0xCC1A;
        byte[] padded = [.. "abc"u8, 0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF];
        var key = padded.Select((value, i) => byte.RotateLeft((byte)(value ^ (i % 2 == 0 ? Key : Key >> 8)), 2)).ToArray();
        return Encrypted(Biff.Of(0, Key, Verifier), (value, at, length) => byte.RotateRight((byte)(value ^ key[(at + length) % 16]), 3));
    });

    [Fact]
    public void A_way_that_is_not_known_is_refused() =>
        Assert.Equal("encrypted", Assert.Single(Read(Encrypted(Biff.Of(7, 1, 1, _salt), _ => _salt), Password).Codes));

    [Fact]
    public void Damaged_descriptions_are_refused()
    {
        for (var length = 0; length < 60; length++)
        {
            var cells = Read(Encrypted([1, 0, 2, 0, 2, 0, .. new byte[length]], _ => _salt), Password);
            Assert.Equal("encrypted", Assert.Single(cells.Codes));
        }
    }

    static byte[] Md5(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes);

    static byte[] Sha1(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    static void OpensOnlyWith(string password, Func<string, byte[]> write)
    {
        var file = write(password);
        HasAll(Read(file, "wrong", password));
        Assert.Equal((0, "encrypted"), (Read(file, "wrong").Total, Assert.Single(Read(file, "wrong").Codes)));
        Assert.Equal((0, "encrypted"), (Read(file).Total, Assert.Single(Read(file).Codes)));
    }

    static void HasAll(CountedCells cells)
    {
        // Errors are told from empty cells as they are without a password.
        Assert.Equal("error-cells", Assert.Single(cells.Codes));
        Assert.Equal(1, cells.Correction);
        Assert.Equal(Rows, cells.Total);
        Assert.Equal("13900000199", cells.Texts[("list", Rows, 0)]);
    }

    static byte[] Encrypted(byte[] pass, Func<int, byte[]> keyOf)
    {
        var streams = new Dictionary<int, byte[]>();
        return Encrypted(pass, (value, at, _) =>
        {
            if (!streams.TryGetValue(at / 1024, out var stream))
            {
                streams[at / 1024] = stream = Stream(keyOf(at / 1024));
            }

            return (byte)(value ^ stream[at % 1024]);
        });
    }

    static byte[] Encrypted(byte[] pass, Func<byte, int, int, byte> encrypt)
    {
        var workbook = new Biff().Add(0x809, 0x0600, 0x0005, 0u, 0u, 0u).Add(0x02F, pass);
        var first = workbook.Position;
        workbook.Add(0x085, 0u, 0, (byte)4, (byte)0, "list").Add(0x00A);
        workbook.Place(first, workbook.Position);
        workbook.Add(0x809, 0x0600, 0x0010, 0u, 0u, 0u);
        for (var row = 0; row < Rows; row++)
        {
            workbook.Add(0x203, row, 0, 0, 13_900_000_000.0 + row);
        }

        var bytes = workbook.Add(0x205, 0, 1, 0, (byte)0x17, (byte)1).Add(0x00A).Bytes;
        for (var at = first; at < bytes.Length;)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2)));
            for (var i = at + 4 + (type == 0x085 ? 4 : 0); i < at + 4 + length && type != 0x809; i++)
            {
                bytes[i] = encrypt(bytes[i], i, length);
            }

            at += 4 + length;
        }

        return bytes;
    }

    static byte[] Combined(byte[] stream, byte[] content) => [.. content.Select((value, i) => (byte)(value ^ stream[i]))];

    // The first 1,024 bytes that RC4 gives for a key.
    static byte[] Stream(byte[] key)
    {
        var state = Enumerable.Range(0, 256).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) % 256;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var stream = new byte[1024];
        for (int n = 0, i = 0, j = 0; n < stream.Length; n++)
        {
            i = (i + 1) % 256;
            j = (j + state[i]) % 256;
            (state[i], state[j]) = (state[j], state[i]);
            stream[n] = (byte)state[(state[i] + state[j]) % 256];
        }

        return stream;
    }

    static CountedCells Read(byte[] content, params string[] passwords) =>
        CountedCells.Of(new MemoryStream(content), FileKind.Xls, passwords);
}
