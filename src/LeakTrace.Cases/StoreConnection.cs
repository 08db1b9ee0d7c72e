using LeakTrace.Engine.Records;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>The open database, with its failures told in the user's terms.</summary>
sealed class StoreConnection : IDisposable
{
    // Another run commits within this time, or is long at work.
    const int PatienceSeconds = 5;

    readonly SqliteConnection _connection;
    readonly string _path;
    bool _isInTransaction;

    public StoreConnection(string path, bool readOnly)
    {
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = PatienceSeconds,

            // A pooled connection would keep the file open after the store is closed.
            Pooling = false,
        }.ToString());
        try
        {
            Run(connection => connection.Open());
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public void Run(Action<SqliteConnection> work) => Run(connection =>
    {
        work(connection);
        return 0;
    });

    /// <exception cref="InputException">The database is locked, cannot be written, is full or damaged.</exception>
    public T Run<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return work(_connection);
        }
        catch (SqliteException e) when (Explain(e.SqliteErrorCode) is { } explanation)
        {
            throw new InputException($"{_path}: {explanation}", e);
        }
    }

    /// <summary>Runs work in a transaction: all of it is kept, or nothing. Within another transaction it is part of that one.</summary>
    public void InTransaction(Action<SqliteConnection> work) => Run(connection =>
    {
        if (_isInTransaction)
        {
            work(connection);
            return;
        }

        using var transaction = connection.BeginTransaction();
        _isInTransaction = true;
        try
        {
            work(connection);
        }
        finally
        {
            _isInTransaction = false;
        }

        transaction.Commit();
    });

    public InputException Damaged(Exception cause) => new($"{_path}: the case store is damaged. Remove the file; the next trace reads the inputs again.", cause);

    public void Dispose() => _connection.Dispose();

    // Result codes: https://www.sqlite.org/rescode.html
    static string? Explain(int code) => code switch
    {
        5 or 6 => "the case store is in use by another program. Wait for it to end, or put the store elsewhere with --store PATH.",
        3 or 8 or 14 or 23 =>
            "the case store cannot be opened or written here. Put it in a folder that can be written, with --store PATH.",
        10 or 13 => "the case store could not be written: the disk is full or failing. Make room, or put the store elsewhere with --store PATH.",
        11 or 26 => "this is not a case store of LeakTrace, or it is damaged. Remove the file, or name another with --store PATH.",
        _ => null,
    };
}
