using System.Buffers.Binary;
using LeakTrace.Ingest.Workbooks.Encryption;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>Decrypts the records of a BIFF stream ([MS-XLS] 2.2.10).</summary>
static class BiffDecryption
{
    const int HeaderLength = 4;
    const int InterfaceBegin = 0x0E1, UserExclusive = 0x194, FileLock = 0x195, RevisionHead = 0x138, RevisionDescription = 0x196;
    const int SheetPositionLength = 4;

    /// <summary>The stream with its records as they would be without a password, but for that which says that they are encrypted.</summary>
    /// <param name="bytes">The stream.</param>
    /// <param name="pass">Content of its record on encryption.</param>
    /// <param name="version">Version of the stream.</param>
    /// <param name="passwords">Passwords to try, in order.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnreadableFileException">No password opens it, or it is encrypted in another way.</exception>
    public static byte[] Decrypt(byte[] bytes, ReadOnlySpan<byte> pass, int version, IReadOnlyList<string> passwords, CancellationToken cancellation)
    {
        const int Rc4 = 1;
        var isTyped = version >= 8 && pass.Length >= 2;
        var kind = isTyped ? BinaryPrimitives.ReadUInt16LittleEndian(pass) : 0;
        if (kind > Rc4)
        {
            throw new UnreadableFileException("encrypted", "the workbook is encrypted in a way that is not read. Save a copy without a password.");
        }

        foreach (var password in (string[])[EncryptedReader.OfReadOnly, .. passwords])
        {
            cancellation.ThrowIfCancellationRequested();
            IBiffCipher? cipher = kind == Rc4 ? Rc4Records.Open(pass[2..], password) : XorRecords.Open(isTyped ? pass[2..] : pass, password);
            if (cipher is not null)
            {
                return Decrypted(bytes, cipher);
            }
        }

        throw EncryptedReader.Refusal(passwords);
    }

    static byte[] Decrypted(byte[] bytes, IBiffCipher cipher)
    {
        var plain = bytes.ToArray();
        var records = new BiffRecords(plain);
        var isSecret = false;
        for (var at = 0; records.Has(at); at = records.Next(at))
        {
            var type = records.Type(at);
            if (isSecret && !IsPlain(records, at))
            {
                var skipped = type == BiffTypes.BoundSheet ? Math.Min(SheetPositionLength, records.Content(at).Length) : 0;
                var start = at + HeaderLength;
                cipher.Decrypt(start + skipped, records.Content(at).Length, plain.AsSpan()[(start + skipped)..records.Next(at)]);
            }

            isSecret |= type == BiffTypes.FilePass;
        }

        return plain;
    }

    static bool IsPlain(BiffRecords records, int at) => records.IsBegin(at)
        || records.Type(at) is BiffTypes.FilePass or InterfaceBegin or UserExclusive or FileLock or RevisionHead or RevisionDescription;
}
