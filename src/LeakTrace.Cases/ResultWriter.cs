using LeakTrace.Engine.Tracing;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Inserts rows and matches through statements that are prepared once.</summary>
sealed class ResultWriter : IDisposable
{
    readonly Dictionary<(string File, string Sheet), long> _sheets = [];
    readonly SqliteCommand _addSheet;
    readonly SqliteCommand _addRow;
    readonly SqliteCommand _addMatch;
    (string File, string Sheet) _lastSheet;
    long _lastSheetId;
    (long Sheet, int Row) _lastMatched;
    int _position;

    public ResultWriter(SqliteConnection database)
    {
        _addSheet = Prepare(database, "AddResultSheet", "@id", "@file", "@sheet");
        _addRow = Prepare(
            database, "AddResultRow",
            "@sheet", "@row", "@status", "@reason", "@sameAs", "@person", "@corroborated", "@record", "@source", "@probability");
        _addMatch = Prepare(
            database, "AddResultMatch",
            "@sheet", "@row", "@position", "@source", "@record", "@probability", "@weight", "@class", "@evidence");
    }

    public void Add(RowLine row) => Run(
        _addRow, SheetId(row.File, row.Sheet), row.Row, (int)row.Status, row.Reason, row.SameAs, row.Person,
        row.Corroborated ? 1 : 0, row.Record, row.Source, double.IsNaN(row.Probability) ? DBNull.Value : row.Probability);

    /// <summary>Adds a match; those of a row come one after another, best first.</summary>
    public void Add(MatchLine match)
    {
        var sheet = SheetId(match.File, match.Sheet);
        _position = _lastMatched == (sheet, match.Row) ? _position + 1 : 1;
        _lastMatched = (sheet, match.Row);
        Run(
            _addMatch, sheet, match.Row, _position, match.Source, match.Record, match.Probability, match.WeightBits,
            (int)match.Class, match.Evidence);
    }

    public void Dispose()
    {
        _addSheet.Dispose();
        _addRow.Dispose();
        _addMatch.Dispose();
    }

    long SheetId(string file, string sheet)
    {
        if (_lastSheetId > 0 && _lastSheet.File == file && _lastSheet.Sheet == sheet)
        {
            return _lastSheetId;
        }

        _lastSheet = (file, sheet);
        if (!_sheets.TryGetValue(_lastSheet, out _lastSheetId))
        {
            _lastSheetId = _sheets.Count + 1;
            _sheets.Add(_lastSheet, _lastSheetId);
            Run(_addSheet, _lastSheetId, file, sheet);
        }

        return _lastSheetId;
    }

    static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    static SqliteCommand Prepare(SqliteConnection database, string statement, params ReadOnlySpan<string> parameters)
    {
        var command = database.CreateCommand();
        command.CommandText = Sql.Text(statement);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        command.Prepare();
        return command;
    }
}
