using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one file, to be shown to its user; samples are masked.</summary>
/// <param name="File">The file as it was imported, without its records' values.</param>
/// <param name="Sheets">Its sheets.</param>
public sealed record FileInspection(InputFile File, IReadOnlyList<SheetInspection> Sheets)
{
    /// <summary>Imports a file and samples its columns; never throws but for cancellation.</summary>
    public static FileInspection Inspect(
        string path, string file, InputFolder folder, ImportSettings settings, CancellationToken cancellation = default)
    {
        var read = FileImporter.Import(path, file, folder, settings, cancellation);
        var samples = FileImporter.Sample(path, settings, cancellation);
        var sheets = new List<SheetInspection>();
        for (var i = 0; i < read.Sheets.Count; i++)
        {
            sheets.Add(SheetInspection.Of(read.Sheets[i], i < samples.Count ? samples[i] : []));
        }

        return new FileInspection(read, sheets);
    }
}
