using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Inspection;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one sheet.</summary>
/// <param name="Name">Name, empty where the format has none.</param>
/// <param name="Rows">Number of physical rows up to the last used one.</param>
/// <param name="Cells">Number of cells that the file holds anything in, errors among them, a merged cell once; null of a chat.</param>
/// <param name="HeaderRow">1-based header row, of several the last; zero without one.</param>
/// <param name="Columns">Its columns; of a sheet with several tables, those of the first.</param>
/// <param name="Regions">Its tables, at least one where it has columns.</param>
public sealed record SheetInspection(
    string Name, int Rows, long? Cells, int HeaderRow, IReadOnlyList<ColumnInspection> Columns, IReadOnlyList<RegionInspection> Regions)
{
    const int Samples = 3;

    internal static SheetInspection Of(InputSheet sheet, long? cells, IReadOnlyList<SampleRow> rows)
    {
        var last = sheet.Layout.Columns.Count == 0 ? 0 : sheet.Layout.Columns.Max(column => column.Index);
        IReadOnlyList<SheetRegion> regions = sheet.Regions.Count > 0 ? sheet.Regions
            : sheet.Layout.Columns.Count > 0 ? [new SheetRegion(1, sheet.Rows, 0, last, sheet.Layout)] : [];
        var inspected = regions.Select(region => new RegionInspection(
            region, [.. region.Layout.Columns.Select(column => new ColumnInspection(column, SamplesOf(column, region, rows)))])).ToList();
        return new SheetInspection(sheet.Name, sheet.Rows, cells, sheet.Layout.HeaderRow, inspected.Count > 0 ? inspected[0].Columns : [], inspected);
    }

    static List<string> SamplesOf(SheetColumn column, SheetRegion region, IReadOnlyList<SampleRow> rows)
    {
        var samples = new List<string>();
        foreach (var row in rows)
        {
            if (row.Row > Math.Max(region.FirstRow - 1, region.Layout.HeaderRow) && row.Row <= region.LastRow && row[column.Index].Length > 0 && samples.Count < Samples)
            {
                samples.Add(SampleMask.Of(row[column.Index], column.Role));
            }
        }

        return samples;
    }
}
