using System.IO.Compression;
using System.Text;

namespace LeakTrace.Tests.Ingest;

/// <summary>Writes files that are meant to hurt.</summary>
static class HostileFiles
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook whose parts are written by the caller: first the sheet, then the shared texts.</summary>
    public static byte[] Workbook(Action<StreamWriter> sheet, Action<StreamWriter>? texts = null, string head = "")
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, Action<StreamWriter> write)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
                write(writer);
            }

            Add("xl/workbook.xml", writer => writer.Write($"<workbook xmlns=\"{Main}\"><sheets><sheet name=\"S\" sheetId=\"1\"/></sheets></workbook>"));
            Add("xl/worksheets/sheet1.xml", writer =>
            {
                writer.Write($"<worksheet xmlns=\"{Main}\">{head}<sheetData>");
                sheet(writer);
                writer.Write("</sheetData></worksheet>");
            });
            if (texts is not null)
            {
                Add("xl/sharedStrings.xml", writer =>
                {
                    writer.Write($"<sst xmlns=\"{Main}\">");
                    texts(writer);
                    writer.Write("</sst>");
                });
            }
        }

        return memory.ToArray();
    }

    /// <summary>Shared texts that differ, so that they neither pack nor fold.</summary>
    public static byte[] ManySharedTexts(int count) => Workbook(
        sheet => sheet.Write("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        texts =>
        {
            for (var i = 0; i < count; i++)
            {
                texts.Write($"<si><t>{i * 7919L:x} {i * 104_729L:x} {i * 1_299_709L:x} {i * 15_485_863L:x}</t></si>");
            }
        });
}
