using LeakTrace.Engine.Records;
using Xunit.Abstractions;

namespace LeakTrace.Tests.Ingest.Layouts;

/// <summary>Columns of generated layouts, whose header words were written without a look at the recogniser's.</summary>
public sealed class GeneratedLayoutTests
{
    const int Layouts = 240;
    readonly ITestOutputHelper _output;

    public GeneratedLayoutTests(ITestOutputHelper output) => _output = output;

    [Theory]
    [InlineData(1, true, 0.98)]
    [InlineData(50_001, true, 0.98)]
    [InlineData(1, false, 0.95)]
    [InlineData(50_001, false, 0.95)]
    public void Columns_are_typed_right(int seed, bool headers, double least) => IsRight(seed, headers, least, HeaderSynonyms.Of);

    [Fact]
    public void Columns_under_words_that_nothing_was_learned_from_are_typed_right() => IsRight(90_001, headers: true, 0.95, HeldOutSynonyms.Of);

    void IsRight(int seed, bool headers, double least, Func<string, string[]> words)
    {
        long right = 0, all = 0;
        for (var i = 0; i < Layouts; i++)
        {
            var generated = new GeneratedLayout(seed + i, headers, words);
            using var file = new ScratchFile(generated.Text);
            var layout = file.Import(generated.Folder).Sheets[0].Layout;
            for (var c = 0; c < generated.Kinds.Length; c++)
            {
                var found = layout.Columns.FirstOrDefault(column => column.Index == c)?.Role ?? FieldRole.None;
                all++;
                if (generated.RolesOf(c, headers && generated.Headers[c].Trim().Length > 0).Contains(found))
                {
                    right++;
                }
                else
                {
                    _output.WriteLine($"{generated.Name} {generated.Folder} {generated.Rows}: {generated.Kinds[c]} [{(headers ? generated.Headers[c] : "")}] was taken for {found}");
                }
            }
        }

        _output.WriteLine($"{right} of {all} columns of {Layouts} layouts: {(double)right / all:P2}");
        Assert.True(right >= least * all, $"{right} of {all} columns are right");
    }
}
