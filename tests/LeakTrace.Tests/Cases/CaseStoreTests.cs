using LeakTrace.Cases;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;
using Microsoft.Data.Sqlite;

namespace LeakTrace.Tests.Cases;

public sealed class CaseStoreTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string StorePath => _folder["case.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refuses_a_store_that_a_newer_version_wrote()
    {
        CaseStore.Open(StorePath).Dispose();
        Change("PRAGMA user_version = 99;");

        Assert.Contains("a newer version of LeakTrace wrote this case store (schema 99", Failure(() => CaseStore.Open(StorePath)), StringComparison.Ordinal);
        Assert.Contains("a newer version", Failure(() => CaseStore.OpenToRead(StorePath)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_files_that_are_no_store_and_leaves_them_alone()
    {
        Change("CREATE TABLE other (x);");
        var text = _folder.Write("text.db", new string('x', 10_000));

        Assert.Contains("not a case store", Failure(() => CaseStore.Open(StorePath)), StringComparison.Ordinal);
        Assert.Contains("not a case store", Failure(() => CaseStore.Open(text)), StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(text).Length);
    }

    [Fact]
    public void Names_the_option_where_the_store_is_locked()
    {
        using var store = CaseStore.Open(StorePath);
        using var other = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction();

        var message = Failure(() => store.Audit.Append("import", "a.csv", TimeProvider.System));

        Assert.Contains("in use by another program", message, StringComparison.Ordinal);
        Assert.Contains("--store PATH", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_option_where_the_store_cannot_be_written()
    {
        // Nobody, not even root, makes a file below a file.
        _folder.Write("file");
        Assert.Contains("--store PATH", Failure(() => CaseStore.Open(_folder["file/case.db"])), StringComparison.Ordinal);

        CaseStore.Open(StorePath).Dispose();
        using var store = CaseStore.OpenToRead(StorePath);
        Assert.Contains("--store PATH", Failure(() => store.Inputs.Save(StoredInputsTests.Key("a"), [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_trace_comes_first_where_there_is_no_store()
    {
        Assert.Contains("Run 'leaktrace trace'", Failure(() => CaseStore.OpenToRead(StorePath)), StringComparison.Ordinal);
        Assert.False(File.Exists(StorePath));
    }

    [Fact]
    public void Looks_up_rows_and_matches_of_the_last_trace()
    {
        var rows = new[]
        {
            new RowLine("a.csv", "", 1, RowStatus.Layout, "header", "", "", false, "", "", double.NaN),
            new RowLine("a.csv", "", 2, RowStatus.Valid, "first", "", "P000001", true, "R1", "一院", 0.999),
            new RowLine("a.csv", "Q1", 2, RowStatus.Duplicate, "same-person", "a.csv!!2", "P000001", true, "R1", "一院", 0.998),
        };
        var matches = new[]
        {
            new MatchLine("a.csv", "", 2, "一院", "R1", 0.999, 23.25, MatchClass.Match, "phone=exact +24.1"),
            new MatchLine("a.csv", "", 2, "二院", "R2", 0.1, -0.1, MatchClass.Review, "phone=exact +24.1"),
            new MatchLine("a.csv", "Q1", 2, "一院", "R1", 0.998, 22.5, MatchClass.Match, "phone=exact +24.1"),
        };
        using var store = CaseStore.Open(StorePath);
        store.Results.Save(Result([rows[1]], []));
        store.Results.Save(Result(rows, matches));

        Assert.Equal(rows[0], store.Results.LoadRow("a.csv", "", 1));
        Assert.Equal(rows[1], store.Results.LoadRow("a.csv", "", 2));
        Assert.Equal(rows[2], store.Results.LoadRow("a.csv", "Q1", 2));
        Assert.Null(store.Results.LoadRow("a.csv", "", 3));
        Assert.Equal(matches[..2], store.Results.LoadMatches("a.csv", "", 2));
        Assert.Empty(store.Results.LoadMatches("a.csv", "", 1));
    }

    [Fact]
    public void Looks_up_every_line_of_a_long_result()
    {
        // Every seventh row has matches, some hundreds of them: more than a block holds.
        var rows = new List<RowLine>();
        var matches = new List<MatchLine>();
        for (var row = 1; row <= 3_000; row++)
        {
            rows.Add(new RowLine("长.xlsx", "Q1", row, RowStatus.Valid, "first", "", "", false, "", "", double.NaN));
            for (var i = 0; i < (row % 7 == 0 ? row % 300 : 0); i++)
            {
                matches.Add(new MatchLine("长.xlsx", "Q1", row, "一院", $"R{i}", 0.5, -i, MatchClass.Review, ""));
            }
        }

        using var store = CaseStore.Open(StorePath);
        store.Results.Save(Result([.. rows], [.. matches]));

        for (var row = 1; row <= 3_000; row++)
        {
            Assert.Equal(rows[row - 1], store.Results.LoadRow("长.xlsx", "Q1", row));
            Assert.Equal(matches.FindAll(match => match.Row == row), store.Results.LoadMatches("长.xlsx", "Q1", row));
        }

        Assert.Null(store.Results.LoadRow("长.xlsx", "Q1", 3_001));
    }

    void Change(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    static TraceResult Result(RowLine[] rows, MatchLine[] matches) => new(
        [], rows, matches, [], [], [], [], [], new LinkageSummary(0, 0, 0, 0, 0, false, 0, 0, [], []), new TraceSettings());

    static string Failure(Action action) => Assert.Throws<InputException>(action).Message;
}
