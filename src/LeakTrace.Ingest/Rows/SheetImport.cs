using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Builds input sheets from the rows that a reader pushes; holds the first rows back until the columns are recognised.</summary>
sealed class SheetImport : IRowSink
{
    const int ProgressRows = 4096;
    const int MostTitles = 5;

    readonly List<InputSheet> _sheets = [];
    readonly List<SampleRow> _sample = [];
    readonly List<SampleRow> _titles = [];
    readonly List<SampleRow> _below = [];
    ImportContext _context;
    SheetAssembly _assembly = new();
    SheetReading? _reading;
    SegmentBuilder? _segment;
    string _name = "";
    long _rows;
    int _header;

    /// <summary>Creates the import of one file.</summary>
    public SheetImport(ImportContext context) => _context = context;

    /// <summary>Sheets that ended.</summary>
    public IReadOnlyList<InputSheet> Sheets => _sheets;

    /// <summary>Encoding of the file's text, empty where it has none.</summary>
    public string Encoding { get; private set; } = "";

    /// <inheritdoc/>
    public void BeginFile(bool is1904, string encoding)
    {
        _context = _context with { Is1904 = _context.Is1904 || is1904 };
        Encoding = encoding;
    }

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
        _name = name;
        _assembly = new SheetAssembly();
        _sample.Clear();
        _titles.Clear();
        _below.Clear();
        _reading = null;
        _segment = null;
        if (hidden)
        {
            _context.Problems.Add(new Problem(_context.File, name, 0, Severity.Note, "hidden-sheet",
                $"{_context.File}, sheet '{name}': the sheet is hidden; its rows are read."));
        }
    }

    /// <summary>Goes on with the nameless sheet of a text file below rows that were taken before.</summary>
    /// <param name="reading">How its rows are read so far.</param>
    /// <param name="assembly">The rows taken.</param>
    /// <param name="rows">Their number.</param>
    public void Continue(SheetReading reading, SheetAssembly assembly, long rows)
    {
        BeginSheet("", hidden: false);
        _reading = reading;
        _assembly = assembly;
        _rows = rows;
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (++_rows % ProgressRows == 0)
        {
            _context.Settings.Progress?.Invoke(_rows);
        }

        if (_reading is not null)
        {
            Take(row, hidden, cells);
            return true;
        }

        var kept = SampleSink.Keep(row, hidden, cells);
        if (kept is not null)
        {
            _sample.Add(kept);
            if (_sample.Count >= ImportContext.SampleRows)
            {
                Start();
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void EndSheet()
    {
        if (_reading is null && _sample.Count > 0)
        {
            Start();
        }

        while (_below.Count > 0)
        {
            Settle();
        }

        PutTitles();
        if (_segment is not null)
        {
            _assembly.Append(_segment.Build());
        }

        _sheets.Add(_assembly.Build(_context.File, _name, _reading, _context.Problems));
        _segment = null;
        _reading = null;
        _sample.Clear();
    }

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message) => _context.Problems.Add(
        new Problem(_context.File, sheet, row, severity, code, $"{_context.File}{(sheet.Length == 0 ? "" : $", sheet '{sheet}'")}: {message}"));

    void Start()
    {
        _reading = _context.Recognise(_name, _sample);
        foreach (var row in _sample.ToArray())
        {
            Replay(row, straight: false);
        }
    }

    // What begins with another header is another table; titles above it, each alone in its row, are its own.
    void Take(int row, bool hidden, in RowCells cells)
    {
        if (_below.Count > 0)
        {
            if (SampleSink.Keep(row, hidden, cells) is { } kept)
            {
                _below.Add(kept);
                if (_below.Count >= ImportContext.SampleRowsBelow)
                {
                    Settle();
                }
            }

            return;
        }

        var region = _reading!.Bands[^1].Regions[0];
        if (region.IsForm)
        {
            Add(row, hidden, cells);
            return;
        }

        if (region.RecordColumn < 0 && HasOneValue(cells, out var only) && (region.Sheet.Columns > 2 || (region.Sheet.Columns == 2 && !IsOfPerson(only))))
        {
            _titles.Add(SampleSink.Keep(row, hidden, cells)!);
            if (_titles.Count > MostTitles)
            {
                PutTitles();
            }

            return;
        }

        if (_reading.Bands.Count < ImportContext.MostTables && region.Classifier.IsOtherHeader(cells) && region.Classifier.Of(row, cells, out _) == RowTraits.None)
        {
            _below.AddRange(_titles);
            _below.Add(SampleSink.Keep(row, hidden, cells)!);
            _header = row;
            _titles.Clear();
            return;
        }

        PutTitles();
        Add(row, hidden, cells);
    }

    void Settle()
    {
        var rows = _below.ToArray();
        var header = _header;
        _below.Clear();
        if (_context.RecogniseBelow(_name, rows, _reading!.Dates) is { } band)
        {
            if (_segment is not null)
            {
                _assembly.Append(_segment.Build());
                _segment = null;
            }

            _reading = _reading.With(band);
            header = Math.Max(header, band.Regions.Max(region => region.Sheet.Layout.HeaderRow));
        }

        foreach (var row in rows)
        {
            Replay(row, straight: row.Row <= header);
        }
    }

    static bool HasOneValue(in RowCells cells, out ReadOnlySpan<char> only)
    {
        var filled = 0;
        only = default;
        for (var i = 0; i < cells.Count && filled < 2; i++)
        {
            if (!cells[i].IsWhiteSpace())
            {
                only = cells[i];
                filled++;
            }
        }

        return filled == 1;
    }

    // In a list of two columns, half of what it has to say.
    static bool IsOfPerson(ReadOnlySpan<char> cell) =>
        (CellShapes.Of(cell.Trim(), default) & (CellShape.Phone | CellShape.NationalId | CellShape.LongCode | CellShape.Name)) != 0;

    void PutTitles()
    {
        foreach (var row in _titles)
        {
            Replay(row, straight: true);
        }

        _titles.Clear();
    }

    void Replay(SampleRow row, bool straight)
    {
        // A buffer of its own: a row that settles what was held back replays other rows before it is done with.
        var buffer = new Text.RowBuffer();
        foreach (var cell in row.Cells)
        {
            buffer.Add(cell);
        }

        if (straight)
        {
            Add(row.Row, row.Hidden, buffer.Cells);
        }
        else
        {
            Take(row.Row, row.Hidden, buffer.Cells);
        }
    }

    void Add(int row, bool hidden, in RowCells cells)
    {
        _segment ??= _reading!.StartSegment();
        _segment.Add(row, hidden, cells);
        if (_segment.Count >= ImportContext.SegmentRows)
        {
            _assembly.Append(_segment.Build());
            _segment = null;
        }
    }
}
