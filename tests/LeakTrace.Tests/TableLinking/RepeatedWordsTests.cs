using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

public sealed class RepeatedWordsTests
{
    static readonly LinkField[] _fields =
    [
        new("full", FieldType.Name, 0, 0), new("both", FieldType.Name, 1, 1), new("given", FieldType.Name, 2, 2), new("surname", FieldType.Name, 3, 3),
        new("born", FieldType.Date, 4, 4),
    ];

    static LinkTable Table(Func<int, string> full)
    {
        string[] given = ["ann", "bob", "cy", "dee", "eve"], surnames = ["ash", "birch", "cedar", "doe", "elm", "fir", "gum"];
        string[][] rows = [.. Enumerable.Range(0, 60).Select(i => new[]
        {
            full(i) + given[i % 5] + " " + surnames[i % 7], given[i % 5] + " " + surnames[i % 7], given[i % 5], surnames[i % 7], "1980-01-" + (i % 28 + 1).ToString("00"),
        })];
        return MadeTables.Of(rows);
    }

    [Fact]
    public void Of_a_full_name_only_what_given_name_and_surname_do_not_say_is_compared()
    {
        var table = Table(i => i % 3 == 0 ? "Sir " : "");
        var (left, right, fields, notes) = RepeatedWords.Remove(table, table, _fields);
        Assert.Same(left, right);
        Assert.Equal(["full", "given", "surname", "born"], fields.Select(field => field.Name));
        Assert.Equal(["sir", "", "", "sir"], Enumerable.Range(0, 4).Select(record => left.Columns[0][record]));
        Assert.Equal(2, notes.Count);
        Assert.Contains(notes, note => note.Contains("'both' is ignored", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_says_the_same_as_another_is_compared_once()
    {
        var table = Table(_ => "");
        LinkField[] twice = [new("a", FieldType.Name, 2, 2), new("b", FieldType.Name, 2, 2), new("born", FieldType.Date, 4, 4)];
        Assert.Equal(["a", "born"], RepeatedWords.Remove(table, table, twice).Fields.Select(field => field.Name));
    }

    [Fact]
    public void Columns_that_only_share_some_words_stay_as_they_are()
    {
        var table = MadeTables.Of([.. Enumerable.Range(0, 60).Select(i => new[] { "word" + (i % 9) + " x" + (i % 4), "word" + (i % 7) })]);
        LinkField[] fields = [new("a", FieldType.Text, 0, 0), new("b", FieldType.Text, 1, 1)];
        var (left, _, kept, notes) = RepeatedWords.Remove(table, table, fields);
        Assert.Same(table, left);
        Assert.Equal(fields, kept);
        Assert.Empty(notes);
    }
}
