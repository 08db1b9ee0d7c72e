namespace LeakTrace.Ingest;

/// <summary>Reads a form that was filled in by hand: the cells of its sheets as text.</summary>
public static class FormSheets
{
    const int MostRows = 200_000;

    /// <summary>Rows with a value of every sheet, with their 1-based numbers; empty where the file cannot be read as a table.</summary>
    public static IReadOnlyList<IReadOnlyList<(int Row, IReadOnlyList<string> Cells)>> Read(
        string path, ImportSettings settings, CancellationToken cancellation = default) =>
        [.. FileImporter.Sample(path, settings, cancellation, MostRows).Select(sheet =>
            (IReadOnlyList<(int, IReadOnlyList<string>)>)[.. sheet.Select(row => (row.Row, (IReadOnlyList<string>)row.Cells))])];
}
