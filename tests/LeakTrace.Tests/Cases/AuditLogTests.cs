using LeakTrace.Cases;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Tests.Cases;

public sealed class AuditLogTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public AuditLogTests()
    {
        using var store = CaseStore.Open(_folder["case.db"]);
        store.Audit.Append("import", "a.csv", new Noon());
        store.Audit.Append("trace", "3 rows", new Noon());
        store.Audit.Append("trace", "4 rows", new Noon());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Continues_the_chain_over_sessions()
    {
        using var store = CaseStore.Open(_folder["case.db"]);
        var entry = store.Audit.Append("verify", "", new Noon());

        Assert.Equal((4, "2026-01-31T12:00:00.000Z", "verify"), (entry.Sequence, entry.At, entry.Action));
        Assert.Equal(store.Audit.Entries()[2].Hash, entry.PreviousHash);
        Assert.Equal(64, entry.Hash.Length);
        Assert.Null(store.Audit.FirstBroken());
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = '5 rows' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET action = 'import3', detail = ' rows' WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM audit WHERE sequence = 1", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = 2", 3)]
    [InlineData("UPDATE audit SET sequence = sequence + 1 WHERE sequence = 3", 4)]
    public void Shows_where_somebody_tampered(string tampering, long broken)
    {
        Execute("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_shortened; " + tampering);

        using var store = CaseStore.OpenToRead(_folder["case.db"]);
        Assert.Equal(broken, store.Audit.FirstBroken());
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = ''")]
    [InlineData("DELETE FROM audit")]
    public void Refuses_change_while_its_triggers_stand(string tampering) =>
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute(tampering)).Message, StringComparison.Ordinal);

    void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["case.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    }
}
