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

    readonly SheetLayout _layout;
    readonly DateContext _context;
    readonly int[] _sequences;
    RowNormaliser _normaliser;
    int[] _rows = [];
    RowTraits[] _traits = [];
    ulong[] _hashes = [];

    /// <summary>Creates a builder for the rows of one sheet.</summary>
    public RecordTableBuilder(SheetLayout layout, DateContext context)
    {
        _layout = layout;
        _context = context;
        _sequences = SequencesOf(layout);
        _normaliser = new RowNormaliser(layout, context);
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
    public void Add(int row, RowTraits traits, in RowCells cells)
    {
        var record = Count++;
        if (record == _rows.Length)
        {
            var capacity = Math.Max(256, record * 2);
            Array.Resize(ref _rows, capacity);
            Array.Resize(ref _traits, capacity);
            Array.Resize(ref _hashes, capacity);
        }

        var hash = HashOf(cells, out var isBlank);
        if (isBlank)
        {
            traits |= RowTraits.Blank;
        }

        if ((traits & NotRecords) == 0)
        {
            traits |= _normaliser.Read(record, cells);
        }

        _rows[record] = row;
        _traits[record] = traits;
        _hashes[record] = hash;
    }

    /// <summary>The table of all rows since the last one was built; the builder starts anew.</summary>
    public RecordTable Build()
    {
        var table = new RecordTable(
            _rows.AsSpan(0, Count).ToArray(),
            _traits.AsSpan(0, Count).ToArray(),
            _hashes.AsSpan(0, Count).ToArray(),
            _normaliser.Build(Count));
        _normaliser = new RowNormaliser(_layout, _context);
        Count = 0;
        return table;
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

    /// <summary>Hash of the cells that hold something, with their places, running numbers left out; zero where there is none.</summary>
    ulong HashOf(in RowCells cells, out bool isBlank)
    {
        ulong hash = 0;
        isBlank = true;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = CharacterFolding.Trim(cells[i]);
            if (cell.Length == 0)
            {
                continue;
            }

            isBlank = false;
            if (!_sequences.AsSpan().Contains(i))
            {
                hash = Hash64.Of(cell, hash + (ulong)i + 1);
            }
        }

        return hash;
    }
}
