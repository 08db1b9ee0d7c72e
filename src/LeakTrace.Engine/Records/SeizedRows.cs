namespace LeakTrace.Engine.Records;

/// <summary>All rows of all seized sheets, ordered by file, place of the sheet in it, and row, with where each came from.</summary>
public sealed class SeizedRows
{
    /// <summary>Takes the rows of the seized inputs, whatever order they come in.</summary>
    public SeizedRows(IReadOnlyList<InputFile> inputs)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            if (input.Folder == InputFolder.Seized)
            {
                files.Add(input);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        Files = files;
        var segments = new List<RecordTable>();
        var fileOf = new List<(int File, string Sheet, int Count)>();
        for (var f = 0; f < files.Count; f++)
        {
            foreach (var sheet in files[f].Sheets)
            {
                foreach (var segment in sheet.Records)
                {
                    segments.Add(segment);
                    fileOf.Add((f, sheet.Name, segment.Count));
                }
            }
        }

        Table = RecordTables.Concatenate(segments);
        FileOf = new int[Table.Count];
        SheetOf = new string[Table.Count];
        var at = 0;
        foreach (var (file, sheet, count) in fileOf)
        {
            FileOf.AsSpan(at, count).Fill(file);
            SheetOf.AsSpan(at, count).Fill(sheet);
            at += count;
        }
    }

    /// <summary>Seized files in ordinal order of their path.</summary>
    public IReadOnlyList<InputFile> Files { get; }

    /// <summary>All rows as one table.</summary>
    public RecordTable Table { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Table.Count;

    /// <summary>Index into <see cref="Files"/> of each row.</summary>
    public int[] FileOf { get; }

    /// <summary>Sheet of each row.</summary>
    public string[] SheetOf { get; }

    /// <summary>Path of the file that a row stands in.</summary>
    public string PathOf(int row) => Files[FileOf[row]].File;

    /// <summary>Location of a row as <c>file!sheet!row</c>.</summary>
    public string LocationOf(int row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PathOf(row)}!{SheetOf[row]}!{Table.Rows[row]}");
}
