using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>
/// What was done with a case, append-only. Each entry holds the hash of the one before: a changed, inserted or removed entry breaks the
/// chain behind it. Entries cut off at the end leave a whole chain; the last hash, kept elsewhere (a printed report), shows that.
/// </summary>
public sealed class AuditLog
{
    readonly StoreConnection _connection;

    internal AuditLog(StoreConnection connection) => _connection = connection;

    /// <summary>Entries in order.</summary>
    public IReadOnlyList<AuditEntry> Entries() =>
        _connection.Run(database => database.Query(Sql.Text("AuditEntries"), Entry));

    /// <summary>Appends an entry and returns it.</summary>
    /// <param name="action">What was done, such as <c>import</c>.</param>
    /// <param name="detail">To what, with which result; no personal data.</param>
    /// <param name="clock">Tells the time.</param>
    public AuditEntry Append(string action, string detail, TimeProvider clock)
    {
        var at = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        AuditEntry? entry = null;
        _connection.InTransaction(database =>
        {
            var last = database.Query(Sql.Text("LastAuditEntry"), Entry).FirstOrDefault();
            entry = new AuditEntry((last?.Sequence ?? 0) + 1, at, action, detail, last?.Hash ?? "", "");
            entry = entry with { Hash = HashOf(entry) };
            database.Execute(
                Sql.Text("AddAuditEntry"), new("sequence", entry.Sequence), new("at", entry.At), new("action", entry.Action), new("detail", entry.Detail),
                new("previousHash", entry.PreviousHash), new("hash", entry.Hash));
        });
        return entry!;
    }

    /// <summary>Sequence of the first entry that does not continue the chain; null where all do.</summary>
    public long? FirstBroken()
    {
        var sequence = 1L;
        var previous = "";
        foreach (var entry in Entries())
        {
            if (entry.Sequence != sequence || entry.PreviousHash != previous || entry.Hash != HashOf(entry))
            {
                return entry.Sequence;
            }

            sequence++;
            previous = entry.Hash;
        }

        return null;
    }

    static AuditEntry Entry(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5));

    static string HashOf(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in (ReadOnlySpan<string>)
            [entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At, entry.Action, entry.Detail, entry.PreviousHash])
        {
            // Lengths in front keep two entries apart whose fields read the same one after another.
            var bytes = Encoding.UTF8.GetBytes(field);
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
