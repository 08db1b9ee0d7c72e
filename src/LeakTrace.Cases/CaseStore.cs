using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>
/// The store of a case, one SQLite file: inputs as they were read, the rows and matches of the last trace, and the audit log.
/// For one thread at a time.
/// </summary>
/// <remarks>
/// The rollback journal is used, not the write-ahead log: the store stays one file that opens on read-only media, and every
/// transaction that was committed survives a crash.
/// </remarks>
public sealed class CaseStore : IDisposable
{
    /// <summary>Version of the schema that this program writes.</summary>
    public const int SchemaVersion = 1;

    // 'LkTr': tells a case store from any other SQLite file.
    const int ApplicationId = 0x4C6B5472;

    readonly StoreConnection _connection;

    CaseStore(StoreConnection connection)
    {
        _connection = connection;
        Inputs = new StoredInputs(connection);
        Results = new StoredResults(connection);
        Audit = new AuditLog(connection);
        Integrity = new StoreIntegrity(connection);
    }

    /// <summary>Inputs that were read.</summary>
    public StoredInputs Inputs { get; }

    /// <summary>Rows and matches of the last trace.</summary>
    public StoredResults Results { get; }

    /// <summary>What was done with the case.</summary>
    public AuditLog Audit { get; }

    /// <summary>Hashes of what the store holds.</summary>
    public StoreIntegrity Integrity { get; }

    /// <summary>Opens a store to write it, and creates it where there is none.</summary>
    /// <exception cref="InputException">It is locked, cannot be written, is no case store, or a newer version wrote it.</exception>
    public static CaseStore Open(string path)
    {
        var connection = new StoreConnection(path, readOnly: false);
        try
        {
            connection.Run(database =>
            {
                // Large pages: the store is mostly long blobs. Takes effect on a new file only.
                database.Execute("PRAGMA page_size = 65536; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;");

                // Enough for the dirty pages of a chunk or two, so that each is written to disk once.
                database.Execute("PRAGMA cache_size = -32768;");
            });
            connection.InTransaction(database =>
            {
                if (VersionOf(database, path) == 0)
                {
                    database.Execute(Sql.Text("Schema"));
                    database.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion};");
                }

                database.Execute(Sql.Text("ContentTable"));
            });
            return new CaseStore(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store that exists, to write it.</summary>
    /// <exception cref="InputException">There is none, or it cannot be opened.</exception>
    public static CaseStore OpenExisting(string path)
    {
        OpenToRead(path).Dispose();
        return Open(path);
    }

    /// <summary>Opens a store that exists, without writing to it.</summary>
    /// <exception cref="InputException">There is none, it is no case store, or a newer version wrote it.</exception>
    public static CaseStore OpenToRead(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: there is no case store yet. Run 'leaktrace trace' on the case first, or name it with --store PATH.");
        }

        var connection = new StoreConnection(path, readOnly: true);
        try
        {
            return connection.Run(database => VersionOf(database, path)) == 0
                ? throw new InputException($"{path}: the case store is empty. Run 'leaktrace trace' on the case first.")
                : new CaseStore(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Version of the schema in a database; zero where it is empty.</summary>
    static long VersionOf(Microsoft.Data.Sqlite.SqliteConnection database, string path)
    {
        var version = database.Number("PRAGMA user_version;");
        var application = database.Number("PRAGMA application_id;");
        var isEmpty = database.Number("SELECT count(*) FROM sqlite_schema;") == 0;
        return (isEmpty, application == ApplicationId, version > SchemaVersion) switch
        {
            (true, _, _) => 0,
            (_, false, _) => throw new InputException(
                $"{path}: this database is not a case store of LeakTrace. Name another file with --store PATH."),
            (_, _, true) => throw new InputException(
                $"{path}: a newer version of LeakTrace wrote this case store (schema {version}; this version knows {SchemaVersion}). "
                + "Use that version, or name another file with --store PATH."),
            _ => version,
        };
    }
}
