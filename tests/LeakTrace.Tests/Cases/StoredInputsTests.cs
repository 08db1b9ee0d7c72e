using System.Collections;
using FsCheck;
using FsCheck.Fluent;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Cases;

public sealed class StoredInputsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string StorePath => _folder["case.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_comes_back_as_it_was()
    {
        using var store = CaseStore.Open(StorePath);
        var sizes = Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 3_000)).ToArbitrary();

        Prop.ForAll(sizes, Gen.Choose(0, 1_000_000).ToArbitrary(), (size, seed) =>
        {
            var file = SampleInputs.File("registry/a.csv", size, seed);
            store.Inputs.Save(Key("registry/a.csv"), [file]);
            AssertSame(file, Assert.Single(store.Inputs.Load("registry/a.csv")));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(7, 9));
    }

    [Fact]
    public void A_table_of_many_chunks_comes_back_from_a_store_opened_to_read()
    {
        var file = SampleInputs.File("registry/a.csv", 150_000);
        using (var store = CaseStore.Open(StorePath))
        {
            store.Inputs.Save(Key("registry/a.csv"), [file]);
        }

        using var again = CaseStore.OpenToRead(StorePath);
        AssertSame(file, Assert.Single(again.Inputs.Load("registry/a.csv")));
    }

    [Fact]
    public void Members_of_an_archive_stay_together_and_in_order()
    {
        using var store = CaseStore.Open(StorePath);
        store.Inputs.Save(Key("a.zip"), [SampleInputs.File("a.zip!/z.csv", 3), SampleInputs.File("a.zip!/b.csv", 2)]);

        Assert.Equal(["a.zip!/z.csv", "a.zip!/b.csv"], store.Inputs.Load("a.zip").Select(file => file.File));
        Assert.Equal(["a.zip"], store.Inputs.Names());
    }

    [Fact]
    public void Knows_an_input_only_with_the_same_bytes_readers_and_settings()
    {
        using var store = CaseStore.Open(StorePath);
        store.Inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]);

        Assert.Equal("1", store.Inputs.HashOf(Key("a.csv")));
        Assert.Equal("1", store.Inputs.HashOf(Key("a.csv") with { Sha256 = "" }));
        Assert.Null(store.Inputs.HashOf(Key("b.csv")));
        Assert.Null(store.Inputs.HashOf(Key("a.csv") with { ImporterVersion = "2" }));
        Assert.Null(store.Inputs.HashOf(Key("a.csv") with { SettingsHash = "2" }));
    }

    [Fact]
    public void Saving_again_replaces_and_removing_leaves_the_rest()
    {
        using var store = CaseStore.Open(StorePath);
        store.Inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]);
        store.Inputs.Save(Key("b.csv"), [SampleInputs.File("b.csv", 4)]);
        store.Inputs.Save(Key("a.csv") with { Sha256 = "2" }, [SampleInputs.File("a.csv", 5)]);

        Assert.Equal(5, Assert.Single(store.Inputs.Load("a.csv")).Sheets[0].Rows);
        Assert.Equal(1, store.Inputs.RemoveExcept(["b.csv", "c.csv"]));
        Assert.Empty(store.Inputs.Load("a.csv"));
        AssertSame(SampleInputs.File("b.csv", 4), Assert.Single(store.Inputs.Load("b.csv")));
    }

    [Fact]
    public void A_save_that_fails_leaves_what_was_there()
    {
        using (var store = CaseStore.Open(StorePath))
        {
            store.Inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]);
            var torn = new Interrupted(SampleInputs.File("a.csv", 50_000), () => throw new OperationCanceledException());

            Assert.Throws<OperationCanceledException>(() => store.Inputs.Save(Key("a.csv") with { Sha256 = "2" }, torn));
        }

        using var again = CaseStore.Open(StorePath);
        Assert.Equal("1", again.Inputs.HashOf(Key("a.csv")));
        AssertSame(SampleInputs.File("a.csv", 3), Assert.Single(again.Inputs.Load("a.csv")));
    }

    [Fact]
    public void What_is_written_together_is_kept_together_or_not_at_all()
    {
        using var store = CaseStore.Open(StorePath);
        store.Inputs.Save(Key("old.csv"), [SampleInputs.File("old.csv", 3)]);

        Assert.Throws<InvalidOperationException>(() => store.Inputs.Together(
        [
            inputs => inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]),
            inputs => inputs.RemoveExcept([]),
            _ => throw new InvalidOperationException(),
        ]));
        Assert.Equal(["old.csv"], store.Inputs.Names());

        store.Inputs.Together(
        [
            inputs => inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]),
            inputs => inputs.Save(Key("b.csv"), [SampleInputs.File("b.csv", 3)]),
            inputs => inputs.RemoveExcept(["a.csv", "b.csv"]),
        ]);
        Assert.Equal(["a.csv", "b.csv"], store.Inputs.Names());
    }

    [Fact]
    public void A_program_killed_while_it_saves_leaves_what_was_there()
    {
        // What is on disk in the middle of a save is what a killed program leaves: the database with its journal.
        using var store = CaseStore.Open(StorePath);
        store.Inputs.Save(Key("a.csv"), [SampleInputs.File("a.csv", 3)]);
        var left = _folder["left.db"];
        store.Inputs.Save(Key("b.csv"), new Interrupted(SampleInputs.File("b.csv", 400_000), () =>
        {
            File.Copy(StorePath, left);
            File.Copy(StorePath + "-journal", left + "-journal");
        }));
        Assert.True(new FileInfo(left).Length > 10 << 20, "The save had not reached the disk: the test shows nothing.");

        using var next = CaseStore.Open(left);

        Assert.Equal(["a.csv"], next.Inputs.Names());
        AssertSame(SampleInputs.File("a.csv", 3), Assert.Single(next.Inputs.Load("a.csv")));
        next.Inputs.Save(Key("b.csv"), [SampleInputs.File("b.csv", 5)]);
        Assert.Equal(5, next.Inputs.Load("b.csv")[0].Sheets[0].Rows);
    }

    internal static InputKey Key(string name) => new(name, "1", "1", "1");

    static void AssertSame(InputFile expected, InputFile actual)
    {
        Assert.Equal(
            expected with { Sheets = [], Problems = [] },
            actual with { Sheets = [], Problems = [] });
        Assert.Equal(expected.Problems, actual.Problems);
        Assert.Equal(expected.Sheets.Count, actual.Sheets.Count);
        foreach (var (before, after) in expected.Sheets.Zip(actual.Sheets))
        {
            Assert.Equal((before.Name, before.Rows, before.Layout.HeaderRow), (after.Name, after.Rows, after.Layout.HeaderRow));
            Assert.Equal(before.Layout.Columns, after.Layout.Columns);
            Assert.Equal((before.Layout.Below ?? []).Select(table => table.FirstRow), (after.Layout.Below ?? []).Select(table => table.FirstRow));
            Assert.Equal((before.Layout.Below ?? []).SelectMany(table => table.Columns), (after.Layout.Below ?? []).SelectMany(table => table.Columns));
            Assert.Equal(before.Records.Count, after.Records.Count);
            foreach (var (left, right) in before.Records.Zip(after.Records))
            {
                AssertSame(left, right);
            }
        }
    }

    static void AssertSame(RecordTable expected, RecordTable actual)
    {
        Assert.True(expected.Rows.AsSpan().SequenceEqual(actual.Rows));
        Assert.True(expected.Traits.AsSpan().SequenceEqual(actual.Traits));
        Assert.True(expected.RowHashes.AsSpan().SequenceEqual(actual.RowHashes));
        foreach (var role in Enum.GetValues<FieldRole>())
        {
            var (before, after) = (expected[role], actual[role]);
            Assert.Equal(before?.Type, after?.Type);
            Assert.True(before?.Values.AsSpan().SequenceEqual(after!.Values) ?? true);
            Assert.Equal(before?.Extended is null, after?.Extended is null);
            Assert.True(before?.Extended.AsSpan().SequenceEqual(after!.Extended) ?? true);
            Assert.Equal(before?.Text is null, after?.Text is null);
            Assert.True(before?.Text?.Characters.AsSpan().SequenceEqual(after!.Text!.Characters) ?? true);
            Assert.True(before?.Text?.Offsets.AsSpan().SequenceEqual(after!.Text!.Offsets) ?? true);
            Assert.Equal(before?.Labels, after?.Labels);
        }
    }

    /// <summary>A list of one file that does something after the file was taken.</summary>
    sealed class Interrupted(InputFile file, Action then) : IReadOnlyList<InputFile>
    {
        public int Count => 1;

        public InputFile this[int index] => file;

        public IEnumerator<InputFile> GetEnumerator()
        {
            yield return file;
            then();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
