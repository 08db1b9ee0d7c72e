namespace LeakTrace.Ingest;

/// <summary>How a container is to be read.</summary>
/// <param name="CellLimit">Most cells of a file.</param>
/// <param name="MostRows">Most rows with a value of each sheet; <see cref="int.MaxValue"/> for all.</param>
/// <param name="Is1904">Whether workbooks count days from 1904 where they do not say so themselves.</param>
/// <param name="Passwords">Passwords to try, in order.</param>
sealed record ReadOptions(long CellLimit, int MostRows, bool Is1904, IReadOnlyList<string> Passwords)
{
    /// <summary>Options of an import.</summary>
    public static ReadOptions Of(ImportSettings settings, int mostRows = int.MaxValue) =>
        new(settings.CellLimit, mostRows, settings.Is1904, settings.Passwords);
}
