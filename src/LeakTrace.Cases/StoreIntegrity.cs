using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Hashes of what a store holds: the audit log keeps them, and a later look tells whether anything changed since.</summary>
public sealed class StoreIntegrity
{
    readonly StoreConnection _connection;

    internal StoreIntegrity(StoreConnection connection) => _connection = connection;

    /// <summary>Inputs as they were read: name, and hash of the file's bytes.</summary>
    public IReadOnlyList<(string Name, string Sha256)> Inputs() => _connection.Run(database =>
        (IReadOnlyList<(string, string)>)[.. Keys(database).Select(key => (key.Name, key.Sha256))]);

    /// <summary>Hash over all inputs: names, hashes of their files, how they were read, and the hashes of what was read.</summary>
    public string InputsHash() => _connection.Run(database =>
    {
        using var hash = new ContentHash();
        foreach (var (name, sha256, importer, settings) in Keys(database))
        {
            hash.Add(name);
            hash.Add(sha256);
            hash.Add(importer);
            hash.Add(settings);
        }

        foreach (var file in Files(database))
        {
            hash.Add(file.Input);
            hash.Add(file.Name);
            hash.Add(file.Content);
        }

        return hash.Finish();
    });

    /// <summary>Hash over rows and matches of the last trace.</summary>
    public string ResultsHash() => _connection.Run(database =>
    {
        using var hash = new ContentHash();
        foreach (var block in database.Stream(Sql.Text("ResultContents"), BlockRow.Read))
        {
            hash.Add(block.File);
            hash.Add(block.Sheet);
            hash.Add(string.Create(CultureInfo.InvariantCulture, $"{block.Kind} {block.FirstRow}"));
            hash.Add(block.Data);
        }

        return hash.Finish();
    });

    /// <summary>Files of which the store no longer holds what was read.</summary>
    public IReadOnlyList<string> ChangedFiles() => _connection.Run(database =>
    {
        var changed = new List<string>();
        using var hash = new ContentHash();
        foreach (var file in Files(database))
        {
            foreach (var layout in StoredInputs.LayoutsOf(database, file.Id))
            {
                hash.Add(layout);
            }

            foreach (var chunk in StoredInputs.Chunks(database, file.Id))
            {
                hash.Add((byte[])database.Scalar(Sql.Text("ChunkContent"), new SqlValue("id", chunk))!);
            }

            if (hash.Finish() != file.Content)
            {
                changed.Add(file.Name);
            }
        }

        return (IReadOnlyList<string>)changed;
    });

    static List<InputKey> Keys(SqliteConnection database) => database.Query(
        Sql.Text("InputKeys"), row => new InputKey(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    static List<FileRow> Files(SqliteConnection database) =>
        database.Number(Sql.Text("HasContents")) > 0 ? database.Query(Sql.Text("Contents"), FileRow.Read) : [];

    sealed record FileRow(string Input, long Id, string Name, string Content)
    {
        public static FileRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3));
    }

    sealed record BlockRow(string File, string Sheet, long Kind, long FirstRow, byte[] Data)
    {
        public static BlockRow Read(SqliteDataReader row) =>
            new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), (byte[])row.GetValue(4));
    }
}
