using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks.Encryption;

/// <summary>The encryption of Excel 2010 and later ([MS-OFFCRYPTO] 2.3.4.10): XML says how; AES in chained blocks, in segments of 4096 bytes.</summary>
sealed class AgileEncryption : IPackageEncryption
{
    const int PrefixLength = 8;
    const int SegmentLength = 4096;
    const int BlockLength = 16;
    const int MostRounds = 10_000_000;

    static readonly byte[] _verifierInput = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    static readonly byte[] _verifierValue = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    static readonly byte[] _keyValue = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

    readonly Dictionary<string, string> _content;
    readonly Dictionary<string, string> _password;
    byte[] _key = [];

    AgileEncryption(Dictionary<string, string> content, Dictionary<string, string> password)
    {
        _content = content;
        _password = password;
    }

    /// <summary>Reads what the file says of its encryption; null where it is another.</summary>
    public static AgileEncryption? Read(ReadOnlySpan<byte> description)
    {
        if (description.Length < PrefixLength || description[0] != 4 || description[2] != 4)
        {
            return null;
        }

        Dictionary<string, string>? content = null;
        Dictionary<string, string>? password = null;
        using var xml = PartXml.Open(new MemoryStream(description[PrefixLength..].ToArray()));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "keyData")
            {
                content = Attributes(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "encryptedKey")
            {
                password ??= Attributes(xml);
            }
        }

        return content is not null && password is not null && IsKnown(content) && IsKnown(password) ? new AgileEncryption(content, password) : null;
    }

    /// <inheritdoc/>
    public bool Unlock(string password)
    {
        var algorithm = HashOf(_password);
        var hash = PasswordHash.Of(algorithm, Bytes(_password, "saltValue"), password, Number(_password, "spinCount"));
        var input = Decrypt("encryptedVerifierHashInput", _verifierInput);
        var value = Decrypt("encryptedVerifierHashValue", _verifierValue);
        var expected = CryptographicOperations.HashData(algorithm, input.AsSpan(0, Math.Min(input.Length, Number(_password, "saltSize"))));
        if (value.Length < expected.Length || !expected.AsSpan().SequenceEqual(value.AsSpan(0, expected.Length)))
        {
            return false;
        }

        _key = Resized(Decrypt("encryptedKeyValue", _keyValue), Number(_content, "keyBits") / 8);
        return true;

        byte[] Decrypt(string name, byte[] purpose)
        {
            var key = Resized(CryptographicOperations.HashData(algorithm, [.. hash, .. purpose]), Number(_password, "keyBits") / 8);
            return Chained(key, Resized(Bytes(_password, "saltValue"), BlockLength), Bytes(_password, name));
        }
    }

    /// <inheritdoc/>
    public byte[] Decrypt(ReadOnlySpan<byte> content)
    {
        var algorithm = HashOf(_content);
        var salt = Bytes(_content, "saltValue");
        var decrypted = new byte[content.Length];
        for (var (i, at) = (0, 0); at < content.Length; i++, at += SegmentLength)
        {
            var segment = content[at..Math.Min(content.Length, at + SegmentLength)];
            var start = Resized(CryptographicOperations.HashData(algorithm, [.. salt, .. BitConverter.GetBytes(i)]), BlockLength);
            Chained(_key, start, segment[..(segment.Length / BlockLength * BlockLength)]).CopyTo(decrypted, at);
        }

        return decrypted;
    }

    static byte[] Chained(byte[] key, byte[] start, ReadOnlySpan<byte> bytes)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(bytes, start, PaddingMode.None);
    }

    static byte[] Resized(byte[] bytes, int length)
    {
        var resized = new byte[length];
        resized.AsSpan().Fill(0x36);
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(resized);
        return resized;
    }

    static bool IsKnown(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("cipherAlgorithm") == "AES" && attributes.GetValueOrDefault("cipherChaining") == "ChainingModeCBC"
        && Number(attributes, "keyBits") is 128 or 192 or 256 && Number(attributes, "spinCount") is >= 0 and <= MostRounds
        && attributes.GetValueOrDefault("hashAlgorithm") is "SHA1" or "SHA-1" or "SHA256" or "SHA384" or "SHA512";

    static HashAlgorithmName HashOf(Dictionary<string, string> attributes) => attributes["hashAlgorithm"] switch
    {
        "SHA256" => HashAlgorithmName.SHA256,
        "SHA384" => HashAlgorithmName.SHA384,
        "SHA512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA1,
    };

    static int Number(Dictionary<string, string> attributes, string name) =>
        int.TryParse(attributes.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static byte[] Bytes(Dictionary<string, string> attributes, string name) => System.Convert.FromBase64String(attributes.GetValueOrDefault(name) ?? "");

    static Dictionary<string, string> Attributes(XmlReader xml)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
        {
            attributes[xml.LocalName] = xml.Value;
        }

        xml.MoveToElement();
        return attributes;
    }
}
