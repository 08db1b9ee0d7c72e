using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Puts the segments of a sheet together, with the empty rows between them.</summary>
sealed class SheetAssembly
{
    readonly List<RecordTable> _records = [];
    readonly List<RowGap> _gaps = [];
    readonly List<long> _filled = [];
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

        for (var i = 0; i < segment.Filled.Count; i++)
        {
            if (i == _filled.Count)
            {
                _filled.Add(0);
            }

            _filled[i] += segment.Filled[i];
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
        layout = layout with { Columns = [.. layout.Columns.Select(column => column with { Filled = column.Index < _filled.Count ? _filled[column.Index] : 0 })] };
        return new InputSheet(name, _lastRow, layout, _records) { Regions = reading?.RegionsTo(_lastRow) ?? [] };
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
