using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Puts the segments of a sheet together, with the empty rows between them.</summary>
sealed class SheetAssembly
{
    readonly List<RecordTable> _records = [];
    readonly List<RowGap> _gaps = [];
    readonly List<long[]> _filled = [];
    int _lastRow;

    /// <summary>Takes the next segment.</summary>
    public void Append(Segment segment)
    {
        if (segment.Table is null)
        {
            return;
        }

        var blanks = segment.FirstRow - _lastRow - 1;
        if (blanks > RowGap.Shortest)
        {
            _gaps.Add(new RowGap(_lastRow + 1, segment.FirstRow - 1));
        }
        else if (blanks > 0)
        {
            _records.Add(Blanks(_lastRow + 1, blanks));
        }

        foreach (var (band, filled) in segment.Filled)
        {
            Add(band, filled);
        }

        _gaps.AddRange(segment.Gaps);
        _records.Add(segment.Table);
        _lastRow = segment.LastRow;
    }

    /// <summary>The sheet; its gaps become warnings.</summary>
    public InputSheet Build(string file, string name, SheetReading? reading, List<Problem> problems)
    {
        foreach (var gap in _gaps)
        {
            problems.Add(new Problem(file, name, gap.FirstRow, Severity.Warning, "empty-rows",
                $"rows {gap.FirstRow} to {gap.LastRow} are empty; no records stand for them. Check that nothing was cut out."));
        }

        var layout = reading?.Layout ?? new SheetLayout(0, []);
        layout = layout with { Columns = Filled(layout.Columns, 0), Below = Below(reading) };
        return new InputSheet(name, _lastRow, layout, _records) { Regions = reading?.RegionsTo(_lastRow) ?? [] };
    }

    List<SheetTable>? Below(SheetReading? reading) => reading is not { Bands.Count: > 1 } several ? null :
        [.. several.Bands.Skip(1).Select((band, i) => new SheetTable(
            band.FirstRow, Filled(band.Regions.SelectMany(region => region.Sheet.Layout.Columns), i + 1)))];

    List<SheetColumn> Filled(IEnumerable<SheetColumn> columns, int band) =>
        [.. columns.Select(column => column with { Filled = band < _filled.Count && column.Index < _filled[band].Length ? _filled[band][column.Index] : 0 })];

    void Add(int band, long[] filled)
    {
        while (_filled.Count <= band)
        {
            _filled.Add([]);
        }

        if (_filled[band].Length < filled.Length)
        {
            var longer = new long[filled.Length];
            _filled[band].CopyTo(longer, 0);
            _filled[band] = longer;
        }

        for (var i = 0; i < filled.Length; i++)
        {
            _filled[band][i] += filled[i];
        }
    }

    static RecordTable Blanks(int first, int count)
    {
        var rows = new int[count];
        var traits = new RowTraits[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = first + i;
            traits[i] = RowTraits.Blank;
        }

        return new RecordTable(rows, traits, new ulong[count], new Column?[FieldRoles.Count]);
    }
}
