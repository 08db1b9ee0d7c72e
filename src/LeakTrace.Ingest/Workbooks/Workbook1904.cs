using System.IO.Compression;
using System.Text;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Finds out whether an .xlsx counts its days from 1904, as old Macintosh programs did; ExcelDataReader does not tell.</summary>
static class Workbook1904
{
    // The settings stand at the start of the workbook part.
    const int HeadLength = 1 << 16;

    /// <summary>Whether the workbook says so; the stream is left at its start.</summary>
    public static bool IsSet(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var entry = zip.GetEntry("xl/workbook.xml");
            if (entry is null)
            {
                return false;
            }

            using var part = entry.Open();
            var head = new byte[HeadLength];
            var length = part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var text = Encoding.UTF8.GetString(head, 0, length);
            return text.Contains("date1904=\"1\"", StringComparison.Ordinal) || text.Contains("date1904=\"true\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
