using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Turns rows of text into a <see cref="RecordTable"/> of normal forms, one record a physical row, without allocating
/// for a row.
/// </summary>
public sealed class RecordTableBuilder
{
    const RowTraits NotRecords =
        RowTraits.Blank | RowTraits.Title | RowTraits.Header | RowTraits.Total | RowTraits.Remark;

    readonly IReadOnlyList<SheetLayout> _layouts;
    readonly DateContext _context;
    readonly int[][] _sequences;
    readonly int _capacity;
    readonly bool _hashesRows;
    RowNormaliser _normaliser;
    int[] _rows = [];
    RowTraits[] _traits = [];
    ulong[] _hashes = [];

    /// <summary>Creates a builder for the rows of one sheet.</summary>
    /// <param name="layout">Which column is what.</param>
    /// <param name="context">How dates are read.</param>
    /// <param name="capacity">Number of records that a table is likely to have; zero where it is not known.</param>
    public RecordTableBuilder(SheetLayout layout, DateContext context, int capacity = 0)
        : this([layout], context, capacity, hashesRows: true)
    {
    }

    /// <summary>Creates a builder for the rows of one sheet that has several tables.</summary>
    /// <param name="layouts">Which column is what, for each table.</param>
    /// <param name="context">How dates are read.</param>
    /// <param name="capacity">Number of records that a table is likely to have; zero where it is not known.</param>
    /// <param name="hashesRows">Whether whole rows will be compared, as those of seized lists are.</param>
    public RecordTableBuilder(IReadOnlyList<SheetLayout> layouts, DateContext context, int capacity, bool hashesRows)
    {
        _hashesRows = hashesRows;
        _capacity = capacity;
        _layouts = layouts;
        _context = context;
        _sequences = new int[layouts.Count][];
        for (var i = 0; i < _sequences.Length; i++)
        {
            _sequences[i] = SequencesOf(layouts[i]);
        }

        _normaliser = new RowNormaliser(layouts, context, capacity);
    }

    /// <summary>Number of records since the last table was built.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a row.</summary>
    /// <param name="row">1-based row in the sheet.</param>
    /// <param name="traits">
    /// What the reader knows of the row. Blank, title, header, total and remark rows get no values; a row without any
    /// text becomes blank.
    /// </param>
    /// <param name="cells">Its cells.</param>
    /// <param name="layout">Which of the layouts it has.</param>
    public void Add(int row, RowTraits traits, in RowCells cells, int layout = 0)
    {
        var record = Count++;
        if (record == _rows.Length)
        {
            var capacity = Math.Max(Math.Max(256, _capacity), record * 2);
            Array.Resize(ref _rows, capacity);
            Array.Resize(ref _traits, capacity);
            if (_hashesRows)
            {
                Array.Resize(ref _hashes, capacity);
            }
        }

        if (IsBlank(cells))
        {
            traits |= RowTraits.Blank;
        }
        else if (_hashesRows)
        {
            _hashes[record] = HashOf(cells, _sequences[layout]);
        }

        if ((traits & NotRecords) == 0)
        {
            if (_layouts.Count > 1)
            {
                _normaliser.Use(layout);
            }

            traits |= _normaliser.Read(record, cells);
        }

        _rows[record] = row;
        _traits[record] = traits;
    }

    /// <summary>The table of all rows since the last one was built; the builder starts anew.</summary>
    public RecordTable Build()
    {
        var table = new RecordTable(
            Taken(ref _rows, Count),
            Taken(ref _traits, Count),
            _hashesRows ? Taken(ref _hashes, Count) : [],
            _normaliser.Build(Count));
        _normaliser = new RowNormaliser(_layouts, _context, _capacity);
        Count = 0;
        return table;
    }

    static T[] Taken<T>(ref T[] array, int count)
    {
        var taken = array;
        array = [];
        Array.Resize(ref taken, count);
        return taken;
    }

    // The same row under another running number is the same row.
    static int[] SequencesOf(SheetLayout layout)
    {
        var sequences = new List<int>();
        foreach (var column in layout.Columns)
        {
            if (column.Role == FieldRole.Sequence)
            {
                sequences.Add(column.Index);
            }
        }

        return [.. sequences];
    }

    static bool IsBlank(in RowCells cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (!CharacterFolding.Trim(cells[i]).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Hash of the cells that hold something, with their places, running numbers left out; zero where there is none.</summary>
    static ulong HashOf(in RowCells cells, int[] sequences)
    {
        ulong hash = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = CharacterFolding.Trim(cells[i]);
            if (cell.Length > 0 && (sequences.Length == 0 || !sequences.AsSpan().Contains(i)))
            {
                hash = Hash64.Of(cell, hash + (ulong)i + 1);
            }
        }

        return hash;
    }
}
