using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Xml;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks.Encryption;

/// <summary>Reads office packages behind a password: what is inside is read as it would be without.</summary>
sealed class EncryptedReader : ITableReader
{
    /// <summary>What Excel encrypts with where a workbook is to be opened for reading by anybody.</summary>
    public const string OfReadOnly = "VelvetSweatshop";

    readonly Stream _stream;
    readonly ReadOptions _options;
    readonly string _folder;

    /// <summary>Creates a reader over a seekable stream; temporary files go into the folder.</summary>
    public EncryptedReader(Stream stream, ReadOptions options, string folder)
    {
        _stream = stream;
        _options = options;
        _folder = folder;
    }

    /// <summary>The error of a workbook that no password opens.</summary>
    public static UnreadableFileException Refusal(IReadOnlyList<string> passwords) => new("encrypted", passwords.Count == 0
        ? "the workbook is encrypted. Name a file of passwords with --passwords, or save a copy without one."
        : "the workbook is encrypted, and none of the passwords given opens it. Add its password to the file of --passwords, or save a copy without one.");

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        using var package = new MemoryStream(Package(cancellation), writable: false);
        var kind = FileSniffer.Find(package, out var named);
        ITableReader reader = kind switch
        {
            FileKind.Xlsx => new OpenXmlReader(package, _options),
            FileKind.Xlsb or FileKind.Ods => new ConvertedReader(kind, package, _options, _folder),
            _ => throw UnreadableKinds.Error(kind == FileKind.Zip ? FileKind.Unknown : kind, named),
        };
        reader.Read(sink, cancellation);
    }

    byte[] Package(CancellationToken cancellation)
    {
        const int SizeLength = 8;
        var file = CompoundFile.Open(_stream);
        var content = file?.Read("EncryptedPackage") ?? [];
        try
        {
            var description = file?.Read("EncryptionInfo") ?? [];
            IPackageEncryption encryption = (IPackageEncryption?)AgileEncryption.Read(description) ?? StandardEncryption.Read(description)
                ?? throw new UnreadableFileException("encrypted", "the workbook is encrypted in a way that is not read. Save a copy without a password.");
            foreach (var password in (string[])[OfReadOnly, .. _options.Passwords])
            {
                cancellation.ThrowIfCancellationRequested();
                if (encryption.Unlock(password) && content.Length > SizeLength)
                {
                    var length = BinaryPrimitives.ReadInt64LittleEndian(content);
                    var decrypted = encryption.Decrypt(content.AsSpan(SizeLength));
                    return length >= 0 && length < decrypted.Length ? decrypted[..(int)length] : decrypted;
                }
            }
        }
        catch (Exception e) when (e is XmlException or FormatException or CryptographicException or ArgumentException)
        {
            throw new UnreadableFileException("broken-file",
                $"what the workbook says of its encryption is damaged ({e.GetType().Name}). Look for another copy of the file.");
        }

        throw Refusal(_options.Passwords);
    }
}
