using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Puts the segments of a sheet together, with the empty rows between them.</summary>
sealed class SheetAssembly
{
    readonly List<RecordTable> _records = [];
    readonly List<RowGap> _gaps = [];
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

        return new InputSheet(name, _lastRow, reading?.Layout ?? new SheetLayout(0, []), _records) { Regions = reading?.RegionsTo(_lastRow) ?? [] };
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
