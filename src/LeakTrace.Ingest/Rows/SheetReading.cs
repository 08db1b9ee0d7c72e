using LeakTrace.Engine.Normalisation;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>How the rows of a sheet are to be read; segments may be built from it on several threads.</summary>
sealed class SheetReading
{
    readonly RowClassifier _classifier;
    readonly DateContext _dates;

    /// <summary>Creates the reading of a recognised sheet.</summary>
    public SheetReading(RecognisedSheet sheet, DateContext dates)
    {
        Sheet = sheet;
        _dates = dates;
        var headers = new string[sheet.Columns];
        Array.Fill(headers, "");
        foreach (var column in sheet.Layout.Columns)
        {
            headers[column.Index] = column.Header;
        }

        _classifier = new RowClassifier(sheet, headers);
    }

    /// <summary>The recognised sheet.</summary>
    public RecognisedSheet Sheet { get; }

    /// <summary>Starts a segment; of how many rows, where it is known.</summary>
    public SegmentBuilder StartSegment(int capacity = 0) => new(Sheet, _classifier, _dates, capacity);
}
