using System.Text.Json;
using LeakTrace.Engine.Tracing;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Packs the lines of a result into blocks. Lines of a sheet come one after another, their rows ascending.</summary>
sealed class ResultWriter : IDisposable
{
    // A look-up unpacks one block; a save runs one statement for each.
    const int LinesPerBlock = 512;

    readonly SortedDictionary<string, List<HolderEvidence>> _holders = new(StringComparer.Ordinal);
    readonly SqliteConnection _database;
    readonly Dictionary<(string File, string Sheet), long> _sheets = [];
    readonly MemoryStream _block = new();
    readonly BinaryWriter _writer;
    (string File, string Sheet) _sheet;
    ResultKind _kind;
    int _lines;
    int _firstRow;
    int _lastRow;

    public ResultWriter(SqliteConnection database)
    {
        _database = database;
        _writer = new BinaryWriter(_block);
    }

    public void Add(RowLine line)
    {
        Enter(ResultKind.Rows, line.File, line.Sheet, line.Row);
        PackedLine.Write(line, _writer);
    }

    /// <summary>Adds a match; those of a row best first.</summary>
    public void Add(MatchLine line)
    {
        Enter(ResultKind.Matches, line.File, line.Sheet, line.Row);
        PackedLine.Write(line, _writer);
    }

    /// <summary>Adds the evidence about a source or account; those of one name stand in one block.</summary>
    public void Add(HolderEvidence holder)
    {
        if (!_holders.TryGetValue(holder.Name, out var list))
        {
            _holders[holder.Name] = list = [];
        }

        list.Add(holder);
    }

    /// <summary>Stores what is left; nothing may be added after.</summary>
    public void Complete()
    {
        Store();
        foreach (var (name, list) in _holders)
        {
            foreach (var holder in list)
            {
                Enter(ResultKind.Holders, "", name, 1);
                _writer.Write(JsonSerializer.Serialize(holder, StoreJson.Default.HolderEvidence));
            }
        }

        Store();
    }

    public void Dispose() => _writer.Dispose();

    void Enter(ResultKind kind, string file, string sheet, int row)
    {
        // All matches of a row stay in one block.
        var isFull = _lines >= LinesPerBlock && row != _lastRow;
        if (isFull || kind != _kind || file != _sheet.File || sheet != _sheet.Sheet)
        {
            Store();
            (_kind, _sheet, _firstRow) = (kind, (file, sheet), row);
        }

        _lines++;
        _lastRow = row;
    }

    void Store()
    {
        if (_lines == 0)
        {
            return;
        }

        _writer.Flush();
        _database.Execute(
            Sql.Text("AddResultBlock"),
            new("sheetId", SheetId()), new("kind", (int)_kind), new("firstRow", _firstRow), new("lastRow", _lastRow), new("data", _block.ToArray()));
        _block.SetLength(0);
        _lines = 0;
    }

    long SheetId()
    {
        if (!_sheets.TryGetValue(_sheet, out var id))
        {
            id = _sheets.Count + 1;
            _sheets.Add(_sheet, id);
            _database.Execute(Sql.Text("AddResultSheet"), new("id", id), new("file", _sheet.File), new("sheet", _sheet.Sheet));
        }

        return id;
    }
}
