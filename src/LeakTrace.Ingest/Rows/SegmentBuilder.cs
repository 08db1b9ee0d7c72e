using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Rows;

/// <summary>Normalises consecutive rows of a sheet into one segment; empty rows at either end are left to the sheet.</summary>
sealed class SegmentBuilder
{
    const RowTraits NoRecord = RowTraits.Blank | RowTraits.Title | RowTraits.Header | RowTraits.Total | RowTraits.Remark;
    readonly SheetReading _reading;
    readonly RecordTableBuilder _builder;
    readonly List<RowGap> _gaps = [];
    readonly RowBuffer _buffer = new();
    readonly FilledCells _filled = new();
    FormRows? _form;
    SheetBand _band;
    RowClassifier _classifier;
    int _bandNumber;
    int _layout;
    int _nextBand;
    int _firstRow;
    int _lastRow;

    /// <summary>Creates the builder of a segment.</summary>
    /// <param name="reading">How the sheet is read.</param>
    /// <param name="builder">Takes its records.</param>
    public SegmentBuilder(SheetReading reading, RecordTableBuilder builder)
    {
        _reading = reading;
        _builder = builder;
        _band = reading.Bands[0];
        _classifier = _band.Regions[0].Classifier;
        _nextBand = FirstRowOf(1);
    }

    /// <summary>Number of records so far.</summary>
    public int Count => _builder.Count;

    /// <summary>Whether a row looks like the header of another table.</summary>
    public bool HasOtherHeader { get; private set; }

    /// <summary>Takes a row; rows come in ascending order.</summary>
    public void Add(int row, bool hidden, in RowCells cells)
    {
        while (row >= _nextBand)
        {
            _filled.End(_bandNumber);
            _bandNumber++;
            _band = _reading.Bands[_bandNumber];
            _classifier = _band.Regions[0].Classifier;
            _layout = _reading.FirstLayoutOf(_bandNumber);
            _nextBand = FirstRowOf(_bandNumber + 1);
        }

        if (!_band.IsPlain)
        {
            AddParts(row, hidden, _band, cells);
            return;
        }

        var traits = _classifier.Of(row, cells, out var filled);
        if (traits == RowTraits.Blank)
        {
            return;
        }

        if (traits == RowTraits.None && _classifier.IsOtherHeader(cells))
        {
            HasOtherHeader = true;
        }

        if ((traits & NoRecord) == 0)
        {
            _filled.Add(cells, filled);
        }

        Put(row, hidden, traits, cells, _layout);
    }

    /// <summary>The segment; the builder is done with.</summary>
    public Segment Build()
    {
        EndForm();
        _filled.End(_bandNumber);
        return new Segment(_firstRow == 0 ? null : _builder.Build(), _firstRow, _lastRow, _gaps) { Filled = _filled.Bands, HasOtherHeader = HasOtherHeader };
    }

    int FirstRowOf(int band) => band < _reading.Bands.Count ? _reading.Bands[band].FirstRow : int.MaxValue;

    // A row of tables side by side holds a record of each; what is no record beside one that is stays the frame of the sheet.
    void AddParts(int row, bool hidden, SheetBand band, in RowCells cells)
    {
        if (band.Regions[0].IsForm)
        {
            AddForm(row, hidden, cells);
            return;
        }

        var frame = RowTraits.Blank;
        var isRecord = false;
        for (var i = 0; i < band.Regions.Count; i++)
        {
            var region = band.Regions[i];
            var part = band.Regions.Count == 1 ? cells : PartOf(cells, region.FirstColumn, i + 1 == band.Regions.Count ? cells.Count - 1 : region.LastColumn);
            if (region.RecordColumn >= 0 && AddFound(row, hidden, region, part, isRecord))
            {
                isRecord = true;
                continue;
            }

            var traits = region.Classifier.Of(row, part, out _);
            if (traits == RowTraits.None && region.IsChat)
            {
                traits = RowTraits.Remark;
            }

            if (traits == RowTraits.None)
            {
                if (!isRecord && region.Classifier.IsOtherHeader(part))
                {
                    HasOtherHeader = true;
                }

                Put(row, hidden, isRecord ? RowTraits.Further : traits, part, _layout + i);
                isRecord = true;
            }
            else if (frame == RowTraits.Blank)
            {
                frame = traits;
            }
        }

        if (isRecord)
        {
            _filled.Add(cells);
        }
        else if (frame != RowTraits.Blank)
        {
            Put(row, hidden, frame, cells, _layout);
        }
    }

    // The record of a form stands for its first row; the others are its frame.
    void AddForm(int row, bool hidden, in RowCells cells)
    {
        var isBlank = true;
        for (var i = 0; i < cells.Count && isBlank; i++)
        {
            isBlank = RowClassifier.IsBlank(cells[i]);
        }

        _form ??= new FormRows();
        if (isBlank || _form.Ends(row, cells))
        {
            EndForm();
        }

        if (!isBlank)
        {
            _form.Add(row, hidden, cells);
            _filled.Add(cells);
        }
    }

    void EndForm()
    {
        if (_form is not { Lines.Count: > 0 } form)
        {
            return;
        }

        var records = WrittenRecords.Read(string.Join('\n', form.Lines.Select(line => line.Line)), _reading.Dates);
        foreach (var (i, (row, hidden, _, texts)) in form.Lines.Index())
        {
            if (i == 0 && records.Count > 0)
            {
                for (var r = 0; r < records.Count; r++)
                {
                    AddRecord(row, hidden, records[r], isFurther: r > 0);
                }

                continue;
            }

            _buffer.Clear();
            foreach (var text in texts)
            {
                _buffer.Add(text);
            }

            Put(row, hidden, RowTraits.Remark, _buffer.Cells, 0);
        }

        form.Clear();
    }

    bool AddFound(int row, bool hidden, SheetRegionReading region, in RowCells cells, bool isFurther)
    {
        if (row <= region.Sheet.Layout.HeaderRow)
        {
            return false;
        }

        var records = WrittenRecords.Read(cells[region.RecordColumn].ToString(), _reading.Dates);
        foreach (var record in records)
        {
            foreach (var column in region.Sheet.Layout.Columns)
            {
                if (column.Index != region.RecordColumn && FieldRoles.IsKept(column.Role) && record[(int)column.Role].Length == 0)
                {
                    record[(int)column.Role] = cells[column.Index].ToString();
                }
            }

            AddRecord(row, hidden, record, isFurther);
            isFurther = true;
        }

        return records.Count > 0;
    }

    /// <summary>Takes a record that was found in a text, as <see cref="WrittenRecords.Read"/> gives it.</summary>
    public void AddRecord(int row, bool hidden, string[] record, bool isFurther)
    {
        var buffer = new RowBuffer();
        foreach (var cell in record)
        {
            buffer.Add(cell);
        }

        Put(row, hidden, isFurther ? RowTraits.Further : RowTraits.None, buffer.Cells, _reading.RecordLayout);
    }

    /// <summary>Takes a row that is known to be no record.</summary>
    public void AddFrame(int row, RowTraits traits, in RowCells cells) => Put(row, hidden: false, traits, cells, 0);

    RowCells PartOf(in RowCells cells, int first, int last)
    {
        _buffer.Clear();
        for (var i = 0; i <= Math.Min(last, cells.Count - 1); i++)
        {
            _buffer.Add(i < first ? default : cells[i]);
        }

        return _buffer.Cells;
    }

    void Put(int row, bool hidden, RowTraits traits, in RowCells cells, int layout)
    {
        if (_firstRow == 0)
        {
            _firstRow = row;
        }
        else if (row > _lastRow)
        {
            FillTo(row);
        }

        _lastRow = row;
        _builder.Add(row, hidden ? traits | RowTraits.Hidden : traits, cells, layout);
    }

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
