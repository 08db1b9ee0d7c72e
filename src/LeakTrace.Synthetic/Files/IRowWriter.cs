namespace LeakTrace.Synthetic.Files;

/// <summary>Writes sheets row by row in bounded memory; the same calls give the same bytes.</summary>
interface IRowWriter : IDisposable
{
    /// <summary>Begins the next sheet; formats without names for sheets drop the name.</summary>
    void BeginSheet(string name);

    void Write(IReadOnlyList<Cell> cells);
}
