using System.Globalization;
using Dapper;
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
        foreach (var block in database.Query<BlockRow>(Sql.Text("ResultContents"), buffered: false))
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

            foreach (var chunk in database.Query<long>(Sql.Text("ChunksOfFile"), new { fileId = file.Id }).AsList())
            {
                hash.Add(database.ExecuteScalar<byte[]>(Sql.Text("ChunkContent"), new { id = chunk }));
            }

            if (hash.Finish() != file.Content)
            {
                changed.Add(file.Name);
            }
        }

        return (IReadOnlyList<string>)changed;
    });

    static List<InputKey> Keys(SqliteConnection database) => database.Query<InputKey>(Sql.Text("InputKeys")).AsList();

    static List<FileRow> Files(SqliteConnection database) =>
        database.ExecuteScalar<long>(Sql.Text("HasContents")) > 0 ? database.Query<FileRow>(Sql.Text("Contents")).AsList() : [];

    sealed record FileRow(
        string Input, long Id, string Name, long Folder, string Sha256, long Bytes, string Kind, string Encoding, string Content);

    sealed record BlockRow(string File, string Sheet, long Kind, long FirstRow, byte[] Data);
}
