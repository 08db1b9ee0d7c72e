using System.Text.Json;
using LeakTrace.Engine.Tracing;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Rows and matches of the last trace, to be looked up one by one.</summary>
public sealed class StoredResults
{
    readonly StoreConnection _connection;

    internal StoredResults(StoreConnection connection) => _connection = connection;

    /// <summary>Replaces the stored result; all of it is kept, or the one before. Its lines are sorted by file, sheet and row.</summary>
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

        foreach (var holder in result.Holders)
        {
            writer.Add(holder);
        }

        writer.Complete();
    });

    /// <summary>Fate of a row; null where the last trace had no such row.</summary>
    public RowLine? LoadRow(string file, string sheet, int row) =>
        Load(ResultKind.Rows, file, sheet, row, reader => PackedLine.ReadRow(file, sheet, reader)).Find(line => line.Row == row);

    /// <summary>Matches of a row, best first; empty where it has none.</summary>
    public IReadOnlyList<MatchLine> LoadMatches(string file, string sheet, int row) =>
        Load(ResultKind.Matches, file, sheet, row, reader => PackedLine.ReadMatch(file, sheet, reader)).FindAll(line => line.Row == row);

    /// <summary>Fates of all rows, in the order of the table; empty where no trace was stored.</summary>
    public IReadOnlyList<RowLine> LoadRows() => _connection.Run(database =>
    {
        var lines = new List<RowLine>();
        try
        {
            foreach (var block in database.Stream(Sql.Text("ResultBlocks"), BlockRow.Read, new SqlValue("kind", (int)ResultKind.Rows)))
            {
                using var reader = new BinaryReader(new MemoryStream(block.Data));
                while (reader.BaseStream.Position < reader.BaseStream.Length)
                {
                    lines.Add(PackedLine.ReadRow(block.File, block.Sheet, reader));
                }
            }
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw _connection.Damaged(e);
        }

        return lines;
    });

    /// <summary>The evidence about a source, an account or one of each of that name; empty where the last trace ranked none.</summary>
    public IReadOnlyList<HolderEvidence> LoadHolders(string name) =>
        Load(ResultKind.Holders, "", name, 1, reader => JsonSerializer.Deserialize(reader.ReadString(), StoreJson.Default.HolderEvidence)!);

    /// <summary>All lines of the block that a row belongs to.</summary>
    List<T> Load<T>(ResultKind kind, string file, string sheet, int row, Func<BinaryReader, T> read) => _connection.Run(database =>
    {
        var lines = new List<T>();
        var block = (byte[]?)database.Scalar(Sql.Text("ResultBlock"), new("file", file), new("sheet", sheet), new("kind", (int)kind), new("row", row));
        using var reader = new BinaryReader(new MemoryStream(block ?? []));
        try
        {
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                lines.Add(read(reader));
            }
        }
        catch (Exception e) when (e is IOException or FormatException or JsonException)
        {
            throw _connection.Damaged(e);
        }

        return lines;
    });

    sealed record BlockRow(string File, string Sheet, byte[] Data)
    {
        public static BlockRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), (byte[])row.GetValue(2));
    }
}
