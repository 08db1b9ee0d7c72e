using LeakTrace.Engine.Records;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Inputs of a case as they were read, by the name of the file on disk.</summary>
public sealed class StoredInputs
{
    readonly StoreConnection _connection;

    internal StoredInputs(StoreConnection connection) => _connection = connection;

    /// <summary>Hash of the bytes that were read from a file by these readers under these settings; null where it was not read so.</summary>
    /// <param name="key">The key, of which the hash is left out of account.</param>
    public string? HashOf(InputKey key) => _connection.Run(database => database.Scalar(
        Sql.Text("HashOfInput"), new("name", key.Name), new("importer", ImporterOf(key)), new("settings", key.SettingsHash)) as string);

    /// <summary>Names of the inputs in ordinal order.</summary>
    public IReadOnlyList<string> Names() => _connection.Run(database => database.Query(Sql.Text("InputNames"), row => row.GetString(0)));

    /// <summary>
    /// Stores what was read from a file: the file itself, or the members of an archive. Replaces what was stored under the name.
    /// All of it is kept, or nothing; what earlier calls stored stays in any case.
    /// </summary>
    public void Save(InputKey key, IReadOnlyList<InputFile> files) => _connection.InTransaction(database =>
    {
        database.Execute(Sql.Text("RemoveInput"), new SqlValue("name", key.Name));
        var inputId = database.Number(
            Sql.Text("AddInput"), new("name", key.Name), new("sha256", key.Sha256), new("importer", ImporterOf(key)), new("settings", key.SettingsHash));
        foreach (var file in files)
        {
            Add(database, inputId, file);
        }
    });

    /// <summary>Saves and removes at once, which the disk confirms once: all of it is kept, or nothing.</summary>
    public void Together(IReadOnlyList<Action<StoredInputs>> writes) => _connection.InTransaction(_ =>
    {
        foreach (var write in writes)
        {
            write(this);
        }
    });

    /// <summary>What was read from a file, in the order of <see cref="Save"/>; empty where nothing is stored under the name.</summary>
    public IReadOnlyList<InputFile> Load(string name) => _connection.Run(database =>
    {
        try
        {
            var files = new List<InputFile>();
            foreach (var row in database.Query(Sql.Text("FilesOfInput"), FileRow.Read, new SqlValue("name", name)))
            {
                files.Add(LoadFile(database, row));
            }

            return files;
        }
        catch (InvalidDataException e)
        {
            throw _connection.Damaged(e);
        }
    });

    /// <summary>Removes the inputs that the case no longer has.</summary>
    /// <returns>The number of inputs removed.</returns>
    public int RemoveExcept(IEnumerable<string> names)
    {
        var kept = names.ToHashSet(StringComparer.Ordinal);
        var gone = Names().Where(name => !kept.Contains(name)).ToList();
        if (gone.Count > 0)
        {
            _connection.InTransaction(database => gone.ForEach(name => database.Execute(Sql.Text("RemoveInput"), new SqlValue("name", name))));
        }

        return gone.Count;
    }

    /// <summary>What the hash of a file's content says of each of its sheets.</summary>
    internal static IEnumerable<string> LayoutsOf(SqliteConnection database, long fileId) =>
        Sheets(database, fileId).Select(sheet => LayoutText(sheet.Name, sheet.RowCount, sheet.Layout));

    /// <summary>Numbers of a file's chunks in order.</summary>
    internal static List<long> Chunks(SqliteConnection database, long fileId) =>
        database.Query(Sql.Text("ChunksOfFile"), row => row.GetInt64(0), new SqlValue("fileId", fileId));

    static string LayoutText(string name, long rows, string layout) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}\n{rows}\n{layout}");

    static string ImporterOf(InputKey key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.ImporterVersion}/{PackedTable.Version}");

    static List<SheetRow> Sheets(SqliteConnection database, long fileId) =>
        database.Query(Sql.Text("SheetsOfFile"), SheetRow.Read, new SqlValue("fileId", fileId));

    static void Add(SqliteConnection database, long inputId, InputFile file)
    {
        var fileId = database.Number(
            Sql.Text("AddFile"), new("inputId", inputId), new("name", file.File), new("folder", (int)file.Folder), new("sha256", file.Sha256),
            new("bytes", file.Bytes), new("kind", file.Kind), new("encoding", file.Encoding));
        using var hash = new ContentHash();
        var layouts = file.Sheets.Select(sheet => LayoutJson.Write(sheet.Layout)).ToList();
        foreach (var (sheet, layout) in file.Sheets.Zip(layouts))
        {
            hash.Add(LayoutText(sheet.Name, sheet.Rows, layout));
        }

        using var writer = new ChunkWriter(database, fileId, hash);
        foreach (var (position, sheet) in file.Sheets.Index())
        {
            database.Execute(
                Sql.Text("AddSheet"), new("fileId", fileId), new("position", position), new("name", sheet.Name), new("rows", sheet.Rows),
                new("layout", layouts[position]), new("segments", sheet.Records.Count));
            foreach (var table in sheet.Records)
            {
                PackedTable.Write(table, writer);
            }
        }

        writer.Complete();
        database.Execute(Sql.Text("AddContent"), new("fileId", fileId), new("sha256", hash.Finish()));
        foreach (var (position, problem) in file.Problems.Index())
        {
            database.Execute(
                Sql.Text("AddProblem"), new("fileId", fileId), new("position", position), new("file", problem.File), new("sheet", problem.Sheet),
                new("row", problem.Row), new("severity", (int)problem.Severity), new("code", problem.Code), new("message", problem.Message));
        }
    }

    static InputFile LoadFile(SqliteConnection database, FileRow row)
    {
        var sheets = new List<InputSheet>();
        using var reader = new ChunkReader(database, Chunks(database, row.Id));
        foreach (var sheet in Sheets(database, row.Id))
        {
            var records = new RecordTable[sheet.Segments];
            for (var i = 0; i < records.Length; i++)
            {
                records[i] = PackedTable.Read(reader);
            }

            sheets.Add(new InputSheet(sheet.Name, (int)sheet.RowCount, LayoutJson.Read(sheet.Layout), records));
        }

        var problems = database.Query(Sql.Text("ProblemsOfFile"), ReadProblem, new SqlValue("fileId", row.Id));
        return new InputFile(row.Name, (InputFolder)row.Folder, row.Sha256, row.Bytes, row.Kind, row.Encoding, sheets, problems);
    }

    static Problem ReadProblem(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2), (Severity)row.GetInt32(3), row.GetString(4), row.GetString(5));

    // Rows as the statements give them.
    sealed record FileRow(long Id, string Name, long Folder, string Sha256, long Bytes, string Kind, string Encoding)
    {
        public static FileRow Read(SqliteDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetString(6));
    }

    sealed record SheetRow(string Name, long RowCount, string Layout, long Segments)
    {
        public static SheetRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3));
    }
}
