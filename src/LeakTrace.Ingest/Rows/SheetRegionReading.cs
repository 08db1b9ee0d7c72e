using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>One table of a sheet as its rows are to be read.</summary>
/// <param name="Sheet">Its columns, by their place in the sheet.</param>
/// <param name="Classifier">Tells its records from the rest.</param>
/// <param name="FirstColumn">0-based first column.</param>
/// <param name="LastColumn">0-based last column; the last table of a row takes what is right of it too.</param>
/// <param name="RecordColumn">Column whose cells hold whole records; -1 where there is none.</param>
/// <param name="IsChat">Whether the rows are messages, most of which hold no record.</param>
sealed record SheetRegionReading(RecognisedSheet Sheet, RowClassifier Classifier, int FirstColumn, int LastColumn, int RecordColumn, bool IsChat)
{
    /// <summary>Whether the rows are labels and values of forms, several to a record.</summary>
    public bool IsForm { get; init; }

    /// <summary>Whether the layout names a role that a record can have.</summary>
    public bool IsTable => RecordColumn >= 0 || (Sheet.FirstHeaderRow > 0 && Sheet.Layout.Columns.Any(column => FieldRoles.IsKept(column.Role)));
}
