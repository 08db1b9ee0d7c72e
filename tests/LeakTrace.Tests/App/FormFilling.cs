using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace LeakTrace.Tests.App;

/// <summary>Fills a form in as a person would, cell by cell.</summary>
static class FormFilling
{
    const string Form = "xl/worksheets/sheet1.xml";

    /// <summary>Text of the form's sheet.</summary>
    public static string Sheet(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.GetEntry(Form)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Writes a copy of a form with its sheet changed.</summary>
    public static void Change(string path, string copy, Func<string, string> change)
    {
        var sheet = change(Sheet(path));
        File.Copy(path, copy, overwrite: true);
        using var archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        archive.GetEntry(Form)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(Form).Open(), new UTF8Encoding(false));
        writer.Write(sheet);
    }

    /// <summary>Answers every row, from 0.</summary>
    public static string Answer(string sheet, Func<int, string> answer) => Regex.Replace(
        sheet, """<c r="O(\d+)" s="17"/>""", cell => $"""<c r="O{cell.Groups[1].Value}" t="inlineStr"><is><t>{answer(int.Parse(cell.Groups[1].ValueSpan) - 4)}</t></is></c>""");
}
