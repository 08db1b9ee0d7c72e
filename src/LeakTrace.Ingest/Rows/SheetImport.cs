using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Builds input sheets from the rows that a reader pushes; holds the first rows back until the columns are recognised.</summary>
sealed class SheetImport : IRowSink
{
    const int ProgressRows = 4096;

    readonly List<InputSheet> _sheets = [];
    readonly List<SampleRow> _sample = [];
    ImportContext _context;
    SheetAssembly _assembly = new();
    SheetReading? _reading;
    SegmentBuilder? _segment;
    string _name = "";
    long _rows;

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
        _reading = null;
        _segment = null;
        if (hidden)
        {
            _context.Problems.Add(new Problem(_context.File, name, 0, Severity.Note, "hidden-sheet",
                $"{_context.File}, sheet '{name}': the sheet is hidden; its rows are read."));
        }
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
            Add(row, hidden, cells);
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

        if (_segment is not null)
        {
            _assembly.Append(_segment.Build());
        }

        var layout = _reading?.Sheet.Layout ?? new SheetLayout(0, []);
        _sheets.Add(_assembly.Build(_context.File, _name, layout, _context.Problems));
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
        foreach (var row in _sample)
        {
            var buffer = new Text.RowBuffer();
            foreach (var cell in row.Cells)
            {
                buffer.Add(cell);
            }

            Add(row.Row, row.Hidden, buffer.Cells);
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
