using System.Globalization;
using LeakTrace.App;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>Cases without a register, and cases without a seized list, from files to tables.</summary>
public sealed class FlowAndCallTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-flow-").FullName;

    string Folder => Path.Combine(_root, "case");

    [Theory]
    [InlineData("--seed", "11")]
    [InlineData("--seed", "12", "--set", "mixed-share=0.8", "--set", "edited-share=0.2", "--set", "phone-substitution-share=0.06", "--set", "name-error-share=0.08")]
    [InlineData("--seed", "13", "--registry", "1500", "--set", "hops=4")]
    public void The_resale_graph_is_found(params string[] options)
    {
        Run(["generate", "resale", Folder, "--rows", "1500", .. options]);
        Run("trace", Folder);
        var found = Table("lineage").Select(line => (line["from_file"], line["to_file"])).ToHashSet();
        var edges = Truth("lineage").Select(line => (line["from_file"], line["to_file"])).ToHashSet();
        var right = found.Count(edges.Contains);
        Assert.True(right >= 0.95 * found.Count && right >= 0.95 * edges.Count, $"{right} right of {found.Count} found and {edges.Count} true edges");
        Assert.All(Table("lineage"), line => Assert.Equal("true", line["sent_first"]));
        Assert.All(Table("flows"), line => Assert.True(string.CompareOrdinal(line["seller"], line["buyer"]) < 0));
    }

    [Fact]
    public void Without_deliveries_copies_are_seen_and_nothing_is_said_of_who_had_them_first_by_time()
    {
        Run("generate", "resale", Folder, "--rows", "1000", "--set", "deliveries=false", "--set", "second-buyer-share=0");
        Run("trace", Folder);
        var lines = Table("lineage");
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(("", "open"), (line["sent_first"], line["direction_by"])));
        Assert.Empty(Table("flows"));
        Assert.Contains("deliveries.csv", File.ReadAllText(Path.Combine(Folder, "out", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_follow_the_admissions_of_the_sources_that_leaked_though_nothing_else_was_seized()
    {
        Run("generate", "admissions-calls", Folder, "--seed", "3", "--rows", "900", "--registry", "6000", "--set", "noise-share=0.7");
        var output = Run("trace", Folder);
        Assert.Contains("follow the admissions of 2 of 5", output, StringComparison.Ordinal);
        var follows = Truth("following").ToDictionary(line => line["source"], line => line["follows"] == "true");
        Assert.All(Table("calls"), line =>
        {
            var p = double.Parse(line["p_value"], CultureInfo.InvariantCulture);
            Assert.True(follows[line["source"]] ? p < 0.001 : p > 0.01, $"{line["source"]}: {p}");
            Assert.Equal(follows[line["source"]] ? "true" : "false", line["follows"]);
        });
        Assert.All(Table("sources"), line => Assert.Equal("false", line["needed"]));
        Assert.Contains("id=\"calls\"", File.ReadAllText(Path.Combine(Folder, "out", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_and_accounts_are_explained_in_both_languages_without_personal_data()
    {
        Run("generate", "maternity", Folder, "--seed", "5", "--rows", "1200", "--registry", "6000");
        Run("trace", Folder);
        var source = Table("sources").First()["source"];
        var account = Table("accounts").First()["account"];
        Assert.Contains($"Source {source}: rank 1 of 12", Run("explain", Folder, source), StringComparison.Ordinal);
        Assert.Contains($"来源 {source}：在 12 个中排第 1", Run("explain", Folder, source, "--language", "zh"), StringComparison.Ordinal);
        var explained = Run("explain", Folder, account);
        Assert.Contains("By delivery: ", explained, StringComparison.Ordinal);
        Assert.Contains("By month of recording: evidence in ", explained, StringComparison.Ordinal);
        Assert.Contains("What would change this:", explained, StringComparison.Ordinal);
        Assert.Contains("什么会改变这一结果", Run("explain", Folder, account, "--language", "zh"), StringComparison.Ordinal);
        var locations = explained.Split('\n').Where(line => line.StartsWith("      ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.NotEmpty(locations);
        var records = Table("rows").ToDictionary(row => $"{row["file"]}!{row["sheet"]}!{row["row"]}", row => row["record"]);
        Assert.All(locations, location => Assert.Equal(location.Split(" = ")[1], records[location.Split(" = ")[0]]));
        Assert.Contains("有效", Run("explain", Folder, locations[0].Split(" = ")[0], "--language", "zh"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    static string Run(params string[] args)
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, CommandLine.RunAsync(args, output, errors).GetAwaiter().GetResult());
        Assert.Equal("", errors.ToString());
        return output.ToString();
    }

    List<Dictionary<string, string>> Table(string name) => CaseReading.Table(Path.Combine(Folder, "out", "tables", name + ".csv"));

    List<Dictionary<string, string>> Truth(string name) => CaseReading.Table(Path.Combine(LeakTrace.Synthetic.CaseTruth.DirectoryFor(Folder), name + ".csv"));
}
