using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Columns;

/// <summary>Tells a record from a title or note by its cells alone, where no column is known yet.</summary>
static class RecordLook
{
    const CellShape Identifying = CellShape.Phone | CellShape.NationalId | CellShape.LongCode;
    const CellShape Telling = CellShape.Name | CellShape.Date | CellShape.Address | CellShape.Institution;

    /// <summary>Whether a row of a sheet of that many columns holds a record.</summary>
    public static bool IsRecord(string[] cells, int columns)
    {
        var row = new Count();
        foreach (var cell in cells)
        {
            row.Add(cell);
        }

        return row.IsRecord(columns);
    }

    /// <summary>As above, for a row as its reader gives it.</summary>
    public static bool IsRecord(in RowCells cells, int columns)
    {
        var row = new Count();
        for (var i = 0; i < cells.Count; i++)
        {
            row.Add(cells[i]);
        }

        return row.IsRecord(columns);
    }

    struct Count
    {
        int _filled;
        int _identifying;
        int _telling;
        int _labels;

        public void Add(ReadOnlySpan<char> cell)
        {
            cell = cell.Trim();
            if (cell.Length == 0)
            {
                return;
            }

            _filled++;
            var shape = CellShapes.Of(cell, default);
            if ((shape & Identifying) != 0)
            {
                _identifying++;
            }
            else if (cell.Length > 1 && (shape & CellShape.Institution) == 0 && HeaderWords.Read(cell) is { IsKnown: true, Coverage: > 0.99 })
            {
                // 姓名 could be a name by its characters.
                _labels++;
            }
            else if ((shape & Telling) != 0)
            {
                _telling++;
            }
        }

        // Titles fill few cells, notes are labels with values: 制表人, a name, 联系电话, a phone.
        public readonly bool IsRecord(int columns) =>
            _filled * 2 >= columns && _labels * 3 < _filled && (columns == 1 ? _identifying > 0 : _filled >= 2 && (_identifying > 0 ? _identifying + _telling >= 2 : _telling >= 3));
    }
}
