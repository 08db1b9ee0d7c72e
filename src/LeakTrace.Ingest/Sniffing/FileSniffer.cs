using System.IO.Compression;
using System.Text;

namespace LeakTrace.Ingest.Sniffing;

/// <summary>Finds a file's format by its bytes; the extension is never asked, since exports lie about it.</summary>
static class FileSniffer
{
    const int HeadLength = 64 * 1024;
    const int TarMark = 257;

    static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Finds the format of a seekable stream, which is left at its start.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="named">What was recognised where the kind is <see cref="FileKind.Unknown"/>, such as "a PDF document"; else empty.</param>
    public static FileKind Find(Stream stream, out string named)
    {
        named = "";
        var head = new byte[Math.Min(HeadLength, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        stream.Position = 0;
        // A byte order mark before nothing is nothing.
        var start = head.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : head.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || head.AsSpan().StartsWith<byte>([0xFE, 0xFF]) ? 2 : 0;
        if (!head.AsSpan(start).ContainsAnyExcept("\0\r\n\t "u8))
        {
            return FileKind.Empty;
        }

        if (head.AsSpan().StartsWith("PK\x03\x04"u8) || head.AsSpan().StartsWith("PK\x05\x06"u8))
        {
            return InZip(stream, out named);
        }

        if (head.AsSpan().StartsWith(CompoundSignature))
        {
            return InCompoundFile(stream, out named);
        }

        // BIFF 2 to 8 begins with a BOF record: 09, version, its length.
        if (head.Length > 8 && head[0] == 0x09 && head[1] is 0x00 or 0x02 or 0x04 or 0x08 && head[3] == 0 && head[2] is >= 4 and <= 16)
        {
            return FileKind.Xls;
        }

        named = Signature(head);
        return named.Length > 0 ? FileKind.Unknown : InText(head);
    }

    static FileKind InZip(Stream stream, out string named)
    {
        named = "";
        if (ZipDirectory.IsTooLong(stream))
        {
            return FileKind.TooManyMembers;
        }

        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var kind = FileKind.Zip;
            foreach (var entry in zip.Entries)
            {
                var name = entry.FullName.Replace('\\', '/');
                if (name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase))
                {
                    return FileKind.Xlsx;
                }

                if (name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase))
                {
                    kind = FileKind.Xlsb;
                }
                else if (name is "content.xml" && kind == FileKind.Zip)
                {
                    kind = FileKind.Ods;
                }

                named = name is "[Content_Types].xml" ? "an office document without a workbook"
                    : name is "META-INF/MANIFEST.MF" or "AndroidManifest.xml" ? "a program" : named;
            }

            // Documents and programs that are ZIP containers are no archives of files.
            kind = kind == FileKind.Zip && named.Length > 0 ? FileKind.Unknown : kind;

            return kind;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return FileKind.Broken;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    static FileKind InCompoundFile(Stream stream, out string named)
    {
        named = "";
        var names = CompoundFile.Open(stream)?.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        stream.Position = 0;
        if (names is null)
        {
            // Let the reader say what is wrong with it.
            return FileKind.Xls;
        }

        if (names.Contains("Workbook") || names.Contains("Book"))
        {
            return FileKind.Xls;
        }

        if (names.Contains("EncryptedPackage"))
        {
            return FileKind.Encrypted;
        }

        named = names.Contains("WordDocument") ? "a Word document"
            : names.Contains("PowerPoint Document") ? "a presentation"
            : names.Contains("__properties_version1.0") ? "an Outlook message"
            : "";
        return named.Length > 0 ? FileKind.Unknown : FileKind.OtherCompound;
    }

    static FileKind InText(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 4096)]).Replace("\0", "", StringComparison.Ordinal);
        start = start.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\r', '\n', '\t');
        if (!start.StartsWith('<'))
        {
            return FileKind.Text;
        }

        if (start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
            && start.Contains("<Workbook", StringComparison.Ordinal))
        {
            return FileKind.XmlSpreadsheet;
        }

        var whole = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        return whole.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            ? FileKind.Html
            : FileKind.Text;
    }

    static string Signature(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF"u8) ? "a PDF document"
        : head.StartsWith("Rar!"u8) ? "a RAR archive"
        : head.StartsWith("7z\xBC\xAF"u8) || head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? "a 7-Zip archive"
        : head.StartsWith<byte>([0x1F, 0x8B]) ? "a gzip archive"
        : head.Length > TarMark + 5 && head[TarMark..].StartsWith("ustar"u8) ? "a tar archive"
        : head.StartsWith("BZh"u8) && head.Length > 10 && head[4..].StartsWith<byte>([0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) ? "a bzip2 archive"
        : head.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) ? "an xz archive"
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) || head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "a picture"
        : head.StartsWith("SQLite format 3"u8) ? "a SQLite database"
        : head.StartsWith("{\\rtf"u8) ? "an RTF document"
        : head.StartsWith("MZ"u8) && head.Contains((byte)0) || head.StartsWith("\x7F"u8) ? "a program"
        : "";
}
