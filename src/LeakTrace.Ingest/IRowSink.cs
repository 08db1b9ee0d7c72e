using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest;

/// <summary>Takes the rows of a file as its reader finds them; a reader never needs a whole sheet in memory.</summary>
interface IRowSink
{
    /// <summary>Begins a sheet; its rows follow.</summary>
    void BeginSheet(string name, bool hidden);

    /// <summary>One row with its 1-based number, ascending; rows without any value may be left out. False stops the sheet.</summary>
    bool Row(int row, bool hidden, in RowCells cells);

    /// <summary>Ends the sheet.</summary>
    void EndSheet();

    /// <summary>Names something about the sheet that the user should know; the message holds no cell contents.</summary>
    void Warn(string sheet, int row, string code, string message);
}
