using System.Globalization;
using System.Text.Json;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>People whom several hospitals hold, each with mistakes of its own, and people planted in one copy.</summary>
public sealed class CopyTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-copies-").FullName;

    [Fact]
    public void Rows_are_assigned_to_the_copy_that_leaked_and_canaries_name_its_holder()
    {
        var folder = Path.Combine(_root, "case");
        Run(
            "generate", "maternity", folder, "--seed", "11", "--rows", "1200", "--registry", "6000", "--set", "two-hospital-share=0.3", "--set",
            "third-hospital-share=0.2", "--set", "canaries=20");
        var truth = folder + ".truth";
        var planted = CaseReading.Table(Path.Combine(truth, "canaries.csv")).GroupBy(line => line["source"])
            .ToDictionary(source => source.Key, source => source.Select(line => line["record"]).ToArray());
        File.WriteAllText(Path.Combine(folder, "case.json"), JsonSerializer.Serialize(new { canaries = planted }));
        Run("trace", folder, "--out", Path.Combine(_root, "out"), "--threads", "1");

        var made = CaseReading.Table(Path.Combine(truth, "rows.csv")).Where(row => row["record"].Length > 0).ToDictionary(Place, row => row["source"]);
        var several = Table("matches").Where(line => line["class"] == "match").GroupBy(Place)
            .Where(row => row.Select(line => line["source"]).Distinct().Count() > 1 && made.ContainsKey(row.Key)).ToList();
        Assert.True(several.Count > 100);
        var right = several.Count(row => row.First()["source"] == made[row.Key]);
        Assert.True(right >= 0.97 * several.Count, $"{right} of {several.Count}");

        var sold = CaseReading.Table(Path.Combine(truth, "canaries.csv")).Where(line => line["sold_by"].Length > 0)
            .GroupBy(line => line["source"]).ToDictionary(source => source.Key, source => source.Count());
        Assert.NotEmpty(sold);
        foreach (var line in Table("sources"))
        {
            Assert.Equal(sold.GetValueOrDefault(line["source"]), double.Parse(line["canaries"], CultureInfo.InvariantCulture), 0.2);
            Assert.True(!sold.ContainsKey(line["source"]) || line["needed"] == "true", line["source"]);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    static string Place(Dictionary<string, string> row) => $"{row["file"]}!{row["sheet"]}!{row["row"]}";

    List<Dictionary<string, string>> Table(string name) => CaseReading.Table(Path.Combine(_root, "out", "tables", name + ".csv"));

    static void Run(params string[] args)
    {
        var (code, _, errors) = TracedCase.Run(args);
        Assert.Equal((0, ""), (code, errors));
    }
}
