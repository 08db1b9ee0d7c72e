using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Tests.Ingest;

/// <summary>Counts what a reader pushes, and keeps the texts where they are few.</summary>
sealed class CountedCells : IRowSink
{
    const int MostKept = 100_000;

    /// <summary>What is read of a file's bytes; a refusal counts as its code.</summary>
    public static CountedCells Of(Stream stream, FileKind kind, params string[] passwords)
    {
        var cells = new CountedCells();
        try
        {
            ContainerTables.Read(
                kind, stream, ReadOptions.Of(ImportSettings.Default with { Passwords = passwords }), cells, folder: "", CancellationToken.None);
        }
        catch (UnreadableFileException e)
        {
            cells.Codes.Add(e.Code);
        }

        return cells;
    }

    public Dictionary<string, int> BySheet { get; } = [];

    public Dictionary<(string Sheet, int Row, int Column), string> Texts { get; } = [];

    public List<string> Codes { get; } = [];

    public int Total => BySheet.Values.Sum();

    /// <summary>Cells that the file holds a value in, beyond those that rows showed.</summary>
    public long Correction { get; private set; }

    /// <summary>Rows that are hidden.</summary>
    public List<int> Hidden { get; } = [];

    string _sheet = "";

    public void BeginSheet(string name, bool hidden)
    {
        _sheet = name;
        BySheet.TryAdd(name, 0);
    }

    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (hidden)
        {
            Hidden.Add(row);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > 0)
            {
                BySheet[_sheet]++;
                if (Texts.Count < MostKept)
                {
                    Texts[(_sheet, row, i)] = cells[i].ToString();
                }
            }
        }

        return true;
    }

    public void Correct(long cells) => Correction += cells;

    public void EndSheet()
    {
    }

    public void Report(Severity severity, string sheet, int row, string code, string message) => Codes.Add(code);
}
