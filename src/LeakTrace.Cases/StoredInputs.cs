using System.Text.Json;
using Dapper;
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
    public string? HashOf(InputKey key) => _connection.Run(database => database.ExecuteScalar<string?>(Sql.Text("HashOfInput"), Full(key)));

    /// <summary>Names of the inputs in ordinal order.</summary>
    public IReadOnlyList<string> Names() => _connection.Run(database => database.Query<string>(Sql.Text("InputNames")).AsList());

    /// <summary>
    /// Stores what was read from a file: the file itself, or the members of an archive. Replaces what was stored under the name.
    /// All of it is kept, or nothing; what earlier calls stored stays in any case.
    /// </summary>
    public void Save(InputKey key, IReadOnlyList<InputFile> files) => _connection.InTransaction(database =>
    {
        database.Execute(Sql.Text("RemoveInput"), new { name = key.Name });
        var inputId = database.ExecuteScalar<long>(Sql.Text("AddInput"), Full(key));
        foreach (var file in files)
        {
            Add(database, inputId, file);
        }
    });

    /// <summary>What was read from a file, in the order of <see cref="Save"/>; empty where nothing is stored under the name.</summary>
    public IReadOnlyList<InputFile> Load(string name) => _connection.Run(database =>
    {
        try
        {
            var files = new List<InputFile>();
            foreach (var row in database.Query<FileRow>(Sql.Text("FilesOfInput"), new { name }))
            {
                files.Add(LoadFile(database, row));
            }

            return files;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
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
            _connection.InTransaction(database => gone.ForEach(name => database.Execute(Sql.Text("RemoveInput"), new { name })));
        }

        return gone.Count;
    }

    /// <summary>What the hash of a file's content says of each of its sheets.</summary>
    internal static IEnumerable<string> LayoutsOf(SqliteConnection database, long fileId) =>
        database.Query<SheetRow>(Sql.Text("SheetsOfFile"), new { fileId }).Select(sheet => LayoutText(sheet.Name, sheet.RowCount, sheet.Layout));

    static string LayoutText(string name, long rows, string layout) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}\n{rows}\n{layout}");

    static InputKey Full(InputKey key) => key with { ImporterVersion = $"{key.ImporterVersion}/{PackedTable.Version}" };

    static void Add(SqliteConnection database, long inputId, InputFile file)
    {
        var fileId = database.ExecuteScalar<long>(Sql.Text("AddFile"), new
        {
            inputId,
            name = file.File,
            folder = (int)file.Folder,
            sha256 = file.Sha256,
            bytes = file.Bytes,
            kind = file.Kind,
            encoding = file.Encoding,
        });
        using var hash = new ContentHash();
        var layouts = file.Sheets.Select(sheet => JsonSerializer.Serialize(sheet.Layout, StoreJson.Default.SheetLayout)).ToList();
        foreach (var (sheet, layout) in file.Sheets.Zip(layouts))
        {
            hash.Add(LayoutText(sheet.Name, sheet.Rows, layout));
        }

        using var writer = new ChunkWriter(database, fileId, hash);
        foreach (var (position, sheet) in file.Sheets.Index())
        {
            database.Execute(
                Sql.Text("AddSheet"),
                new { fileId, position, name = sheet.Name, rows = sheet.Rows, layout = layouts[position], segments = sheet.Records.Count });
            foreach (var table in sheet.Records)
            {
                PackedTable.Write(table, writer);
            }
        }

        writer.Complete();
        database.Execute(Sql.Text("AddContent"), new { fileId, sha256 = hash.Finish() });
        foreach (var (position, problem) in file.Problems.Index())
        {
            database.Execute(Sql.Text("AddProblem"), new
            {
                fileId,
                position,
                file = problem.File,
                sheet = problem.Sheet,
                row = problem.Row,
                severity = (int)problem.Severity,
                code = problem.Code,
                message = problem.Message,
            });
        }
    }

    static InputFile LoadFile(SqliteConnection database, FileRow row)
    {
        var sheets = new List<InputSheet>();
        using var reader = new ChunkReader(database, database.Query<long>(Sql.Text("ChunksOfFile"), new { fileId = row.Id }).AsList());
        foreach (var sheet in database.Query<SheetRow>(Sql.Text("SheetsOfFile"), new { fileId = row.Id }))
        {
            var layout = JsonSerializer.Deserialize(sheet.Layout, StoreJson.Default.SheetLayout) ?? throw new InvalidDataException("A layout is missing.");
            var records = new RecordTable[sheet.Segments];
            for (var i = 0; i < records.Length; i++)
            {
                records[i] = PackedTable.Read(reader);
            }

            sheets.Add(new InputSheet(sheet.Name, (int)sheet.RowCount, layout, records));
        }

        var problems = database.Query<ProblemRow>(Sql.Text("ProblemsOfFile"), new { fileId = row.Id })
            .Select(p => new Problem(p.File, p.Sheet, (int)p.Row, (Severity)p.Severity, p.Code, p.Message)).ToList();
        return new InputFile(row.Name, (InputFolder)row.Folder, row.Sha256, row.Bytes, row.Kind, row.Encoding, sheets, problems);
    }

    // Rows as the statements give them; SQLite's integers are 64 bits wide.
    sealed record FileRow(long Id, string Name, long Folder, string Sha256, long Bytes, string Kind, string Encoding);

    sealed record SheetRow(string Name, long RowCount, string Layout, long Segments);

    sealed record ProblemRow(string File, string Sheet, long Row, long Severity, string Code, string Message);
}
