using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Normalises consecutive rows of a sheet into one segment; empty rows at either end are left to the sheet.</summary>
sealed class SegmentBuilder
{
    readonly RowClassifier _classifier;
    readonly RecordTableBuilder _builder;
    readonly List<RowGap> _gaps = [];
    int _firstRow;
    int _lastRow;

    /// <summary>Creates the builder of a segment.</summary>
    public SegmentBuilder(RecognisedSheet sheet, RowClassifier classifier, DateContext context, int capacity)
    {
        _classifier = classifier;
        _builder = new RecordTableBuilder(sheet.Layout, context, capacity);
    }

    /// <summary>Number of records so far.</summary>
    public int Count => _builder.Count;

    /// <summary>Takes a row; rows come in ascending order.</summary>
    public void Add(int row, bool hidden, in RowCells cells)
    {
        var traits = _classifier.Of(row, cells);
        if (traits == RowTraits.Blank)
        {
            return;
        }

        if (_firstRow == 0)
        {
            _firstRow = row;
        }
        else
        {
            FillTo(row);
        }

        _lastRow = row;
        _builder.Add(row, hidden ? traits | RowTraits.Hidden : traits, cells);
    }

    /// <summary>The segment; the builder is done with.</summary>
    public Segment Build() => new(_firstRow == 0 ? null : _builder.Build(), _firstRow, _lastRow, _gaps);

    void FillTo(int row)
    {
        if (row - _lastRow - 1 > RowGap.Shortest)
        {
            _gaps.Add(new RowGap(_lastRow + 1, row - 1));
            return;
        }

        for (var blank = _lastRow + 1; blank < row; blank++)
        {
            _builder.Add(blank, RowTraits.Blank, default);
        }
    }
}
