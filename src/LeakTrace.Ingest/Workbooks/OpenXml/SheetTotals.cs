using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>What a sheet holds that its values do not show; said once a sheet.</summary>
struct SheetTotals
{
    const int MostMisplaced = 1_000_000;

    int _errors;
    int _firstError;
    int _uncached;
    int _firstUncached;
    int _misplaced;
    int _firstMisplaced;

    /// <summary>Number of cells with an error.</summary>
    public readonly int Errors => _errors;

    /// <summary>A cell holds an error such as #N/A.</summary>
    public void AddError(int row) => Add(ref _errors, ref _firstError, row);

    /// <summary>A formula has no stored result.</summary>
    public void AddUncached(int row) => Add(ref _uncached, ref _firstUncached, row);

    /// <summary>A row or cell stands where none can be.</summary>
    /// <exception cref="UnreadableFileException">There are so many that nobody made them by mistake.</exception>
    public void AddMisplaced(int row)
    {
        Add(ref _misplaced, ref _firstMisplaced, row);
        if (_misplaced > MostMisplaced)
        {
            throw new UnreadableFileException("too-many-cells",
                $"a sheet holds more than {MostMisplaced} cells beyond the last row or column that a sheet can have. Check what it is; if it is a list, save its used cells as .csv.");
        }
    }

    /// <summary>Reports what was counted, and which columns are hidden.</summary>
    public readonly void Report(IRowSink sink, string sheet, IReadOnlyList<string> hiddenColumns)
    {
        if (_errors > 0)
        {
            sink.Report(Severity.Note, sheet, _firstError, "error-cells",
                $"{_errors} cell(s) hold an error such as #N/A, the first in row {_firstError}; they are read as empty. Look at them in a spreadsheet program.");
        }

        if (_uncached > 0)
        {
            sink.Report(Severity.Warning, sheet, _firstUncached, "formulas-without-values",
                $"{_uncached} formula(s) have no stored result, the first in row {_firstUncached}; they are read as empty. "
                + "Open the file in a spreadsheet program, let it calculate, and save it.");
        }

        if (_misplaced > 0)
        {
            sink.Report(Severity.Warning, sheet, _firstMisplaced, "misplaced-cells",
                $"{_misplaced} row(s) or cell(s) stand out of order or beyond the last row or column of a sheet, the first near row {_firstMisplaced}; "
                + "those beyond were left out. Open the file in a spreadsheet program and compare.");
        }

        if (hiddenColumns.Count > 0)
        {
            sink.Report(Severity.Note, sheet, 0, "hidden-columns",
                $"hidden column(s) {string.Join(", ", hiddenColumns)}; they are read. Look whether somebody meant to hide them.");
        }
    }

    static void Add(ref int count, ref int first, int row)
    {
        first = count++ == 0 ? row : first;
    }
}
