using System.Collections.Concurrent;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one file, to be shown to its user; samples are masked.</summary>
/// <param name="File">The file as it was imported, without its records' values.</param>
/// <param name="Sheets">Its sheets.</param>
public sealed record FileInspection(InputFile File, IReadOnlyList<SheetInspection> Sheets)
{
    /// <summary>
    /// Imports a file, or an archive with its members, and samples the columns; never throws but for cancellation. First comes the file itself.
    /// </summary>
    public static IReadOnlyList<FileInspection> Inspect(
        string path, string file, InputFolder folder, ImportSettings settings, CancellationToken cancellation = default)
    {
        var samples = new ConcurrentDictionary<(string File, string Sheet), List<SampleRow>>();
        var cells = new ConcurrentDictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal);
        var sampling = settings with
        {
            Counted = (name, counts) => cells[name] = counts,
            Sampled = (name, sheet, rows) => samples.GetOrAdd((name, sheet), _ => []).AddRange(rows),
        };
        var inspections = new List<FileInspection>();
        foreach (var read in FileImporter.ImportAll(path, file, folder, sampling, cancellation))
        {
            var counts = cells.GetValueOrDefault(read.File) ?? [];
            inspections.Add(new FileInspection(read,
            [
                .. read.Sheets.Select((sheet, i) => SheetInspection.Of(
                    sheet, i < counts.Count ? counts[i] : null, samples.GetValueOrDefault((read.File, sheet.Name)) ?? [])),
            ]));
        }

        return inspections;
    }
}
