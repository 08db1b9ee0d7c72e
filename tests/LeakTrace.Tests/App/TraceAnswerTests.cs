using System.Globalization;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>Made cases traced from files to tables, held against what is true of them.</summary>
public sealed class TraceAnswerTests : IDisposable
{
    static readonly string[] _states =
        ["blank", "layout", "placeholder", "invalid", "unidentifiable", "duplicate", "probable_duplicate", "valid"];

    readonly List<TracedCase> _cases = [];

    TracedCase Make(string kind)
    {
        var traced = kind == "maternity" ? TracedCase.Maternity() : TracedCase.Courier();
        _cases.Add(traced);
        Assert.Equal((0, ""), (traced.Made.Code, traced.Made.Errors));
        Assert.Equal((0, ""), (traced.Traced.Code, traced.Traced.Errors));
        return traced;
    }

    [Theory]
    [InlineData("maternity", 0.995, 0.985)]
    [InlineData("courier", 0.99, 0.97)]
    public void A_made_case_is_answered_as_it_was_made(string kind, double precision, double recall)
    {
        var traced = Make(kind);
        RowsAndCountsAreTrue(traced);
        CountsAreThoseOfTheTruth(traced);
        ThresholdsAndLedgerFollowTheCounts(traced);
        MatchesAreTrue(traced, precision, recall);
        LeakingSourcesRankFirst(traced);
        NobodyIsNamed(traced);
        AgainIsTheSame(traced);
        BitByBitAndWithAStoreElsewhereIsTheSame(traced);
    }

    static string Place(Dictionary<string, string> row) => $"{row["file"]}!{row["sheet"]}!{row["row"]}";

    static void RowsAndCountsAreTrue(TracedCase traced)
    {
        var truth = traced.Truth("rows").ToDictionary(Place);
        var rows = traced.Table("rows");
        Assert.Equal(truth.Keys.Order(StringComparer.Ordinal), rows.Select(Place).Order(StringComparer.Ordinal));

        var right = rows.Count(row => truth[Place(row)]["status"] == row["status"]);
        Assert.True(right >= 0.98 * rows.Count, $"{traced.Kind}: {right} of {rows.Count} statuses are right");

        static int Valid(List<Dictionary<string, string>> counts) =>
            int.Parse(counts.Single(line => line["scope"] == "all")["valid"], CultureInfo.InvariantCulture);
        int valid = Valid(traced.Table("counts")), expected = Valid(traced.Truth("counts"));
        Assert.True(Math.Abs(valid - expected) <= 0.01 * expected, $"{traced.Kind}: {valid} valid for {expected}");
    }

    static void MatchesAreTrue(TracedCase traced, double precision, double recall)
    {
        var leaked = traced.Truth("rows").Where(row => row["leaked"] == "true" && row["status"] is "valid" or "duplicate" or "probable_duplicate")
            .ToDictionary(Place, row => row["record"]);
        var matched = traced.Table("rows").Where(row => row["record"].Length > 0).ToList();
        var right = matched.Count(row => leaked.GetValueOrDefault(Place(row)) == row["record"]);
        Assert.True(right >= precision * matched.Count, $"{traced.Kind}: {right} right of {matched.Count} matched");
        Assert.True(right >= recall * leaked.Count, $"{traced.Kind}: {right} right of {leaked.Count} leaked");
    }

    static void LeakingSourcesRankFirst(TracedCase traced)
    {
        var leaked = traced.Truth("sources").Where(line => line["source"] != "elsewhere" && line["leaked_people"] != "0").Select(line => line["source"]).ToHashSet();
        Assert.NotEmpty(leaked);
        var ranked = traced.Table("sources").Where(line => line["rank"].Length > 0).OrderBy(line => int.Parse(line["rank"], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(leaked.Order(StringComparer.Ordinal), ranked.Take(leaked.Count).Select(line => line["source"]).Order(StringComparer.Ordinal));
    }

    static void CountsAreThoseOfTheTruth(TracedCase traced)
    {
        var found = traced.Table("counts").ToDictionary(line => (line["scope"], line["key"]));
        foreach (var truth in traced.Truth("counts").Where(line => line["scope"] is "all" or "edge"))
        {
            var line = found[(truth["scope"], truth["key"])];
            var (low, valid, high, right) = (Number(line["valid_low"]), Number(line["valid"]), Number(line["valid_high"]), Number(truth["valid"]));
            Assert.Equal(Number(line["total"]), _states.Sum(state => Number(line[state])));
            Assert.InRange(Math.Abs(valid - right), 0, (truth["scope"] == "all" ? 0.005 : 0.01) * right);
            Assert.InRange(right, low, high);
        }
    }

    static void ThresholdsAndLedgerFollowTheCounts(TracedCase traced)
    {
        var counts = traced.Table("counts").ToDictionary(line => (line["scope"], line["key"]), line => Number(line["valid"]));
        var thresholds = traced.Table("thresholds");
        Assert.All(thresholds.Where(line => line["tier"] == "五"), line => Assert.Equal(counts[(line["scope"], line["key"])], Number(line["count"])));
        Assert.All(
            thresholds.Where(line => line["unit"] == "records" && line["accumulated"].Length == 0),
            line => Assert.Equal(Number(line["count"]) >= Number(line["threshold"]), line["reached"] == "true"));
        var ledger = traced.Table("ledger");
        Assert.NotEmpty(ledger);
        foreach (var edge in counts.Keys.Where(key => key.Item1 == "edge"))
        {
            var delivered = ledger.Where(line => line["payee"] + "→" + line["payer"] == edge.Item2).Sum(line => Number(line["delivered_valid"]));
            Assert.InRange(delivered, 1, counts[edge]);
        }

        var paid = CaseReading.Table(Path.Combine(traced.Folder, "payments.csv")).Sum(line => Number(line["amount"]));
        Assert.Equal(paid, traced.Table("parties").Sum(line => Number(line["received"])), 6);
        Assert.Equal(paid, ledger.Sum(line => Number(line["amount"])), 6);
    }

    static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    static void NobodyIsNamed(TracedCase traced)
    {
        var shown = traced.Truth("accounts").Select(line => line["account"])
            .Concat(CaseReading.Table(Path.Combine(traced.Folder, "deliveries.csv")).SelectMany(row => row.Values));
        var personal = new PersonalData(traced.Folder, shown);
        Assert.True(personal.Names > 1000 && personal.Numbers > 1000, $"{traced.Kind}: {personal.Names} names, {personal.Numbers} numbers");

        // The check sees what it looks for.
        var register = Directory.EnumerateFiles(Path.Combine(traced.Folder, "registry"), "*.csv").Order(StringComparer.Ordinal).First();
        var cells = string.Join(' ', CaseReading.Table(register).SelectMany(row => row.Values));
        Assert.Contains(personal.In(cells), found => char.IsAsciiDigit(found[0]));
        Assert.Contains(personal.In(cells), found => !char.IsAsciiDigit(found[0]));

        var place = traced.Table("rows").First(row => row["status"] == "probable_duplicate");
        var file = Directory.EnumerateFiles(Path.Combine(traced.Folder, "seized"), "*.csv", SearchOption.AllDirectories).First();
        string[] said =
        [
            traced.Traced.Output, traced.Traced.Errors, TracedCase.Run("inspect", file).Output, TracedCase.Run("inspect", file, "--json").Output,
            TracedCase.Run("explain", traced.Folder, Place(place)).Output,
            .. Directory.EnumerateFiles(traced.Out, "*", SearchOption.AllDirectories)
                .Select(path => path.EndsWith(".xlsx", StringComparison.Ordinal) ? PersonalData.TextOf(path) : File.ReadAllText(path)),
        ];
        Assert.All(said, text => Assert.Empty(personal.In(text)));
    }

    static void AgainIsTheSame(TracedCase traced)
    {
        var expected = FolderState.OfTables(traced.Out);
        Assert.Equal(0, traced.Trace(traced.Folder, "again", "--threads", "2").Code);
        Assert.Equal(expected, FolderState.OfTables(traced["again"]));
    }

    static void BitByBitAndWithAStoreElsewhereIsTheSame(TracedCase traced)
    {
        string folder = traced["bits/case"], store = traced["elsewhere.db"];
        var last = false;
        FolderState.Copy(traced.Folder, folder, name =>
        {
            last = !last;
            return last && !name.StartsWith("case.db", StringComparison.Ordinal);
        });
        Assert.Equal(0, TracedCase.Run("import", folder, "--store", store).Code);
        FolderState.Copy(traced.Folder, folder, name => !name.StartsWith("case.db", StringComparison.Ordinal));
        var before = FolderState.Of(folder);
        Assert.Equal(0, traced.Trace(folder, "bits/out", "--threads", "2", "--store", store).Code);
        Assert.Equal(FolderState.OfTables(traced.Out), FolderState.OfTables(traced["bits/out"]));
        Assert.Equal(before, FolderState.Of(folder));
    }

    public void Dispose() => _cases.ForEach(traced => traced.Dispose());
}
