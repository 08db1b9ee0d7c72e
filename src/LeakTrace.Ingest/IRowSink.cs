using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>Takes the rows of a file as its reader finds them; a reader never needs a whole sheet in memory.</summary>
interface IRowSink
{
    /// <summary>Says of the whole file, before its first sheet, what is known of it: whether days count from 1904, and its encoding, empty where it is no text.</summary>
    void BeginFile(bool is1904, string encoding)
    {
    }

    /// <summary>Begins a sheet; its rows follow.</summary>
    void BeginSheet(string name, bool hidden);

    /// <summary>One row with its 1-based number, ascending; rows without any value may be left out. False stops the sheet.</summary>
    bool Row(int row, bool hidden, in RowCells cells);

    /// <summary>
    /// Says before the sheet ends how many more of its cells the file holds a value in than its rows showed: errors among them, less the values
    /// that rows repeat where cells are merged downwards.
    /// </summary>
    void Correct(long cells)
    {
    }

    /// <summary>Ends the sheet.</summary>
    void EndSheet();

    /// <summary>Names something about the sheet that the user should know; the message holds no cell contents and ends with what to do.</summary>
    void Report(Severity severity, string sheet, int row, string code, string message);
}
