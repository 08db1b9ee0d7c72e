namespace LeakTrace.Engine.Records;

/// <summary>Which column of a sheet is what.</summary>
/// <param name="HeaderRow">1-based row of the (last) header row, zero where the sheet has none.</param>
/// <param name="Columns">Columns in order.</param>
public sealed record SheetLayout(int HeaderRow, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>1-based first row of the header, zero where the sheet has none; less than <see cref="HeaderRow"/> of a header of two rows.</summary>
    public int FirstHeaderRow { get; init; }

    /// <summary>Tables below the first, from top to bottom; null or empty where there are none.</summary>
    public IReadOnlyList<SheetTable>? Below { get; init; }

    /// <summary>All tables from top to bottom: the first, with the others side by side at the top of the sheet, then those below.</summary>
    internal IEnumerable<SheetTable> Tables()
    {
        yield return new SheetTable(1, Columns);
        foreach (var table in Below ?? [])
        {
            yield return table;
        }
    }
}
