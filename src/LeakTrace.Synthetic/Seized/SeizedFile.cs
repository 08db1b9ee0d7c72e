using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>A seized file with the delivery that it was found of.</summary>
sealed record SeizedFile(
    string Path, FileFormat Format, IReadOnlyList<SeizedSheet> Sheets, string Seller, string Buyer, DateTime SentAt)
{
    /// <summary>The scope of counting.</summary>
    public string Edge => $"{Seller}→{Buyer}";

    /// <summary>
    /// Name of a sheet as the tables name it: empty where the format has none, a number for a later HTML table.
    /// </summary>
    public string SheetName(int sheet) =>
        FileFormats.HoldsSheets(Format) ? Sheets[sheet].Name
        : sheet == 0 ? "" : (sheet + 1).ToString(CultureInfo.InvariantCulture);

    public void Write(string folder)
    {
        var path = System.IO.Path.Combine(folder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        using var writer = FileFormats.Open(Format, stream);
        foreach (var sheet in Sheets)
        {
            writer.BeginSheet(sheet.Name);
            foreach (var row in sheet.Rows)
            {
                writer.Write(row.Cells);
            }
        }
    }
}
