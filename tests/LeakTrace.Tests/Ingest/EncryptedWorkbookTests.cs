using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Tests.Ingest;

public class EncryptedWorkbookTests
{
    const string Password = "母婴2023";
    static readonly byte[] _salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Theory]
    [InlineData("SHA512", 256)]
    [InlineData("SHA1", 128)]
    public void A_workbook_of_Excel_2010_and_later_opens_with_its_password(string hash, int bits) =>
        OpensOnlyWith(Password, password => Agile(hash, bits, password));

    [Fact]
    public void A_workbook_of_Excel_2007_opens_with_its_password() => OpensOnlyWith(Password, Standard);

    [Fact]
    public void A_workbook_that_anybody_may_read_opens_without_a_password()
    {
        var cells = Read(Agile("SHA512", 256, "VelvetSweatshop"));
        Assert.Equal((4, 0), (cells.Total, cells.Codes.Count));
    }

    [Fact]
    public void Damaged_descriptions_are_refused()
    {
        var whole = Agile("SHA512", 256, Password);
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(2048, bytes.Length)] ^= (byte)(1 << random.Next(8));
            var cells = Read(bytes, Password);
            Assert.True(cells.Codes.Count > 0 || cells.Total <= 4);
        }
    }

    static void OpensOnlyWith(string password, Func<string, byte[]> write)
    {
        var file = write(password);
        Assert.Equal(FileKind.Encrypted, FileSniffer.Find(new MemoryStream(file), out _));
        var cells = Read(file, "wrong", password, "another");
        Assert.Empty(cells.Codes);
        Assert.Equal(["姓名", "电话", "张丽华", "13911112222"], cells.Texts.OrderBy(cell => (cell.Key.Row, cell.Key.Column)).Select(cell => cell.Value));
        Assert.Equal((0, "encrypted"), (Read(file, "wrong").Total, Assert.Single(Read(file, "wrong").Codes)));
        Assert.Equal((0, "encrypted"), (Read(file).Total, Assert.Single(Read(file).Codes)));
    }

    // [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15.
    static byte[] Agile(string hash, int bits, string password)
    {
        const int Rounds = 1000;
        var algorithm = new HashAlgorithmName(hash);
        byte[] Hash(params byte[][] parts) => CryptographicOperations.HashData(algorithm, [.. parts.SelectMany(part => part)]);
        byte[] Sized(byte[] bytes, int length) => [.. bytes.Take(length), .. Enumerable.Repeat((byte)0x36, Math.Max(0, length - bytes.Length))];
        byte[] Encrypt(byte[] key, byte[] start, byte[] content)
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.EncryptCbc(Padded(content), start, PaddingMode.None);
        }

        var round = Hash(_salt, Encoding.Unicode.GetBytes(password));
        for (var i = 0; i < Rounds; i++)
        {
            round = Hash(BitConverter.GetBytes(i), round);
        }

        var secret = Sized(Hash(Encoding.ASCII.GetBytes("the key of the content")), bits / 8);
        string Value(ulong purpose, byte[] content)
        {
            var name = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(name, purpose);
            return Convert.ToBase64String(Encrypt(Sized(Hash(round, name), bits / 8), _salt, content));
        }

        var input = Enumerable.Range(50, 16).Select(i => (byte)i).ToArray();
        var how = $"saltSize=\"16\" blockSize=\"16\" keyBits=\"{bits}\" hashSize=\"{round.Length}\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"{hash}\" saltValue=\"{Convert.ToBase64String(_salt)}\"";
        var xml = $"<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"><keyData {how}/><keyEncryptors><keyEncryptor>"
            + $"<p:encryptedKey xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\" spinCount=\"{Rounds}\" {how} "
            + $"encryptedVerifierHashInput=\"{Value(0xFEA7D2763B4B9E79, input)}\" encryptedVerifierHashValue=\"{Value(0xD7AA0F6D3061344E, Hash(input))}\" "
            + $"encryptedKeyValue=\"{Value(0x146E0BE7ABACD0D6, secret)}\"/></keyEncryptor></keyEncryptors></encryption>";
        var segments = Package().Chunk(4096).SelectMany((segment, i) => Encrypt(secret, Hash(_salt, BitConverter.GetBytes(i))[..16], segment));
        return Wrapped([4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(xml)], [.. segments]);
    }

    // [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9.
    static byte[] Standard(string password)
    {
        var round = Sha1([.. _salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < 50_000; i++)
        {
            round = Sha1([.. BitConverter.GetBytes(i), .. round]);
        }

        var final = Sha1([.. round, 0, 0, 0, 0]);
        var key = Sha1(Enumerable.Range(0, 64).Select(i => (byte)(0x36 ^ (i < 20 ? final[i] : 0))).ToArray())[..16];
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] Encrypt(byte[] content) => aes.EncryptEcb(Padded(content), PaddingMode.None);
        var verifier = Enumerable.Range(9, 16).Select(i => (byte)i).ToArray();
        var header = Biff.Of(0x24u, 0u, 0x660Eu, 0x8004u, 128u, 0x18u, 0u, 0u, Encoding.Unicode.GetBytes("AES\0"));
        return Wrapped(
            Biff.Of(4, 2, 0x24u, (uint)header.Length, header, 16u, _salt, Encrypt(verifier), 20u, Encrypt(Sha1(verifier))), Encrypt(Package()));
    }

    static byte[] Sha1(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    static byte[] Package() => HostileFiles.Workbook(sheet => sheet.Write(
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>姓名</t></is></c><c t=\"inlineStr\"><is><t>电话</t></is></c></row>"
        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>张丽华</t></is></c><c><v>13911112222</v></c></row>"));

    static byte[] Wrapped(byte[] description, byte[] content) =>
        Biff.Compound(("EncryptionInfo", description), ("EncryptedPackage", [.. BitConverter.GetBytes((long)Package().Length), .. content]));

    static byte[] Padded(byte[] content) => [.. content, .. new byte[(16 - content.Length % 16) % 16]];

    static CountedCells Read(byte[] content, params string[] passwords) =>
        CountedCells.Of(new MemoryStream(content), FileKind.Encrypted, passwords);
}
