using Dapper;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Cases;

/// <summary>Rows and matches of the last trace, to be looked up one by one.</summary>
public sealed class StoredResults
{
    readonly StoreConnection _connection;

    internal StoredResults(StoreConnection connection) => _connection = connection;

    /// <summary>Replaces the stored result; all of it is kept, or the one before.</summary>
    public void Save(TraceResult result) => _connection.InTransaction(database =>
    {
        database.Execute(Sql.Text("ClearResult"));
        using var writer = new ResultWriter(database);
        foreach (var row in result.Rows)
        {
            writer.Add(row);
        }

        foreach (var match in result.Matches)
        {
            writer.Add(match);
        }
    });

    /// <summary>Fate of a row; null where the last trace had no such row.</summary>
    public RowLine? LoadRow(string file, string sheet, int row) => _connection.Run(database =>
    {
        var found = database.QueryFirstOrDefault<StoredRow>(Sql.Text("ResultRow"), new { file, sheet, row });
        return found is null
            ? null
            : new RowLine(
                file, sheet, row, (RowStatus)found.Status, found.Reason, found.SameAs, found.Person,
                found.Corroborated != 0, found.Record, found.Source, found.Probability ?? double.NaN);
    });

    /// <summary>Matches of a row, best first; empty where it has none.</summary>
    public IReadOnlyList<MatchLine> LoadMatches(string file, string sheet, int row) => _connection.Run(database =>
        database.Query<StoredMatch>(Sql.Text("ResultMatches"), new { file, sheet, row })
            .Select(m => new MatchLine(
                file, sheet, row, m.Source, m.Record, m.Probability, m.Weight, (MatchClass)m.Class, m.Evidence))
            .ToList());

    // Settable properties and not constructors: a column that is null in its first row has no type that Dapper could match.
    sealed class StoredRow
    {
        public long Status { get; init; }

        public string Reason { get; init; } = "";

        public string SameAs { get; init; } = "";

        public string Person { get; init; } = "";

        public long Corroborated { get; init; }

        public string Record { get; init; } = "";

        public string Source { get; init; } = "";

        public double? Probability { get; init; }
    }

    sealed record StoredMatch(string Source, string Record, double Probability, double Weight, long Class, string Evidence);
}
