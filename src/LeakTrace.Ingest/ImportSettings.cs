using LeakTrace.Ingest.Workers;

namespace LeakTrace.Ingest;

/// <summary>How files are to be read.</summary>
public sealed record ImportSettings
{
    /// <summary>Most cells of a file unless said otherwise: six times a full sheet of sixteen columns.</summary>
    public const long DefaultCellLimit = 100_000_000;

    /// <summary>Settings that fit a case without case.json.</summary>
    public static ImportSettings Default { get; } = new();

    /// <summary>Worker threads of one import, at least 1; results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What the user says of columns and headers; it wins over what was recognised.</summary>
    public IReadOnlyList<SheetOverride> Overrides { get; init; } = [];

    /// <summary>Year of dates that have none; zero takes it from the sheet's other dates.</summary>
    public int Year { get; init; }

    /// <summary>Whether 03/04/2023 is 3 April; false reads it as 4 March.</summary>
    public bool DayFirst { get; init; }

    /// <summary>Whether workbooks count days from 1904 where they do not say so themselves.</summary>
    public bool Is1904 { get; init; }

    /// <summary>Most cells that one workbook or page may have, and twice the most rows of a text file.</summary>
    public long CellLimit { get; init; } = DefaultCellLimit;

    /// <summary>Passwords to try on encrypted files, in order.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Processes that parse workbooks and pages apart from this one; null parses them here, for inputs that are trusted.</summary>
    public ReadWorkers? Workers { get; init; }

    /// <summary>Called now and then with the rows read of the current file, from any thread; may be null.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Called with the number of filled cells of each sheet of a file; null counts none.</summary>
    internal Action<string, IReadOnlyList<long>>? Counted { get; init; }

    /// <summary>Called with the first rows of every table as its columns are recognised: file, sheet, rows.</summary>
    internal Action<string, string, IReadOnlyList<Columns.SampleRow>>? Sampled { get; init; }
}
