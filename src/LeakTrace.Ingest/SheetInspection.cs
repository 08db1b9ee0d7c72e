using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Inspection;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one sheet.</summary>
/// <param name="Name">Name, empty where the format has none.</param>
/// <param name="Rows">Number of physical rows up to the last used one.</param>
/// <param name="HeaderRow">1-based header row, zero without one.</param>
/// <param name="Columns">Its columns.</param>
public sealed record SheetInspection(string Name, int Rows, int HeaderRow, IReadOnlyList<ColumnInspection> Columns)
{
    const int Samples = 3;

    internal static SheetInspection Of(InputSheet sheet, IReadOnlyList<SampleRow> rows)
    {
        var columns = new List<ColumnInspection>();
        foreach (var column in sheet.Layout.Columns)
        {
            var samples = new List<string>();
            foreach (var row in rows)
            {
                if (row.Row > sheet.Layout.HeaderRow && row[column.Index].Length > 0 && samples.Count < Samples)
                {
                    samples.Add(SampleMask.Of(row[column.Index], column.Role));
                }
            }

            columns.Add(new ColumnInspection(column, samples));
        }

        return new SheetInspection(sheet.Name, sheet.Rows, sheet.Layout.HeaderRow, columns);
    }
}
