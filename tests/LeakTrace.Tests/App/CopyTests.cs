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

    [Theory]
    [InlineData("诱饵", "")]
    [InlineData("特征码", """{ "columns": [{ "file": "registry/*.csv", "roles": { "特征码": "canary" } }] }""")]
    public void Planted_people_may_be_marked_in_a_column_of_the_register(string header, string settings)
    {
        var listed = PlantedCase("listed", "", """{ "canaries": { "甲医院": ["A7", "A107"], "u1": ["A207"] } }""");
        var marked = PlantedCase("marked", header, settings);

        Assert.Equal(listed.Sources, marked.Sources);
        Assert.Equal(listed.Accounts, marked.Accounts);
        Assert.Equal(3, Canaries(marked.Sources, "source", "甲医院"), 0.01);
        Assert.Equal(0, Canaries(marked.Sources, "source", "乙医院"));
        Assert.Equal(1, Canaries(marked.Accounts, "account", "u1"), 0.01);
        Assert.Equal(0, Canaries(marked.Accounts, "account", "u2"));
    }

    [Fact]
    public void A_mark_that_names_nobody_is_told_without_being_repeated()
    {
        var marked = PlantedCase("odd", "诱饵", "", "张三丰");
        var problem = Assert.Single(marked.Problems, line => line["code"] == "canary-unknown-mark");
        Assert.DoesNotContain("张三丰", problem["message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Spaces_and_signs_of_raw_values_tell_from_which_copy_a_row_was_made()
    {
        var differences = TypedCase("verbatim", isCleaned: false);
        Assert.Equal(120, differences.Count);
        Assert.True(differences.Count(bits => bits > 3) >= 0.97 * differences.Count);
    }

    [Fact]
    public void Lists_that_were_cleaned_tell_nothing_by_their_spaces()
    {
        var differences = TypedCase("cleaned", isCleaned: true);
        Assert.Equal(120, differences.Count);
        Assert.All(differences, bits => Assert.InRange(bits, -2, 2));
    }

    /// <summary>
    /// Two hospitals that share people, one of which types spaces and dashes; both leak alike. Of each row of somebody shared, by how many bits
    /// the copy that it was made from is ahead of the other.
    /// </summary>
    List<double> TypedCase(string name, bool isCleaned)
    {
        var folder = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        Directory.CreateDirectory(Path.Combine(folder, "seized"));
        var surnames = "王李张刘陈杨赵黄周吴";
        const string Header = "登记号,产妇姓名,联系电话,分娩医院,分娩日期";
        var registers = new[] { new List<string> { Header }, new List<string> { Header } };
        var seized = new[] { new List<string> { "姓名,电话,日期" }, new List<string> { "姓名,电话,日期" } };
        for (var i = 0; i < 1000; i++)
        {
            // The first 400 are held by both, the others by one each.
            var (phone, date) = ($"139{(long)i * 7919 % 90_000_000 + 10_000_000}", $"2023-0{i % 9 + 1}-{i % 27 + 1:00}");
            var given = $"{(char)('佳' + i % 97)}{(char)('怡' + i % 89)}";
            for (var hospital = 0; hospital < 2; hospital++)
            {
                if (i >= 400 && i % 2 != hospital)
                {
                    continue;
                }

                var plain = $"{surnames[i % 10]}{given},{phone}";
                var typed = hospital == 1 ? plain : $"{surnames[i % 10]} {given},{phone[..3]}-{phone[3..7]}-{phone[7..]}";
                registers[hospital].Add($"{"AB"[hospital]}{i},{typed},{"甲乙"[hospital]}医院,{date}");
                if (i % 10 < 6 && i % 2 == hospital && (i < 200 || i >= 900))
                {
                    seized[hospital].Add($"{(isCleaned ? plain : typed)},{date}");
                }
            }
        }

        for (var hospital = 0; hospital < 2; hospital++)
        {
            File.WriteAllLines(Path.Combine(folder, "registry", $"{hospital}.csv"), registers[hospital]);
            File.WriteAllLines(Path.Combine(folder, "seized", $"{"ab"[hospital]}.csv"), seized[hospital]);
        }

        Run("trace", folder, "--out", Path.Combine(_root, name + "-out"), "--threads", "1");
        var matches = CaseReading.Table(Path.Combine(_root, name + "-out", "tables", "matches.csv")).Where(line => line["class"] == "match");
        var differences = new List<double>();
        foreach (var row in matches.GroupBy(Place).Where(row => row.Count() == 2))
        {
            double WeightOf(char hospital) => double.Parse(row.Single(line => line["record"][0] == hospital)["weight"], CultureInfo.InvariantCulture);
            var isFirst = row.Key.StartsWith("a.csv", StringComparison.Ordinal);
            differences.Add(isFirst ? WeightOf('A') - WeightOf('B') : WeightOf('B') - WeightOf('A'));
        }

        return differences;
    }

    static double Canaries(List<Dictionary<string, string>> table, string column, string name) =>
        double.Parse(Assert.Single(table, line => line[column] == name)["canaries"], CultureInfo.InvariantCulture);

    /// <summary>Two hospitals and two accounts; 甲医院 leaks every seventh of its people, three planted ones among them.</summary>
    (List<Dictionary<string, string>> Sources, List<Dictionary<string, string>> Accounts, List<Dictionary<string, string>> Problems) PlantedCase(
        string name, string header, string settings, string mark = "u1")
    {
        var folder = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        Directory.CreateDirectory(Path.Combine(folder, "seized"));
        var surnames = "王李张刘陈杨赵黄周吴";
        var registry = new List<string> { $"登记号,产妇姓名,联系电话,分娩医院,分娩日期,登记人{(header.Length > 0 ? "," + header : "")}" };
        var seized = new List<string> { "姓名,电话,日期" };
        for (var i = 0; i < 800; i++)
        {
            var isFirst = i < 400;
            var person = $"{surnames[i % 10]}{(char)('佳' + i % 97)}{(char)('怡' + i % 89)}";
            var (phone, date) = ($"139{(long)i * 7919 % 90_000_000 + 10_000_000}", $"2023-0{i % 9 + 1}-{i % 27 + 1:00}");
            var planted = header.Length == 0 ? "" : i switch { 7 or 107 => ",是", 207 => "," + mark, _ => i % 3 == 0 ? ",否" : "," };
            registry.Add($"{(isFirst ? "A" : "B")}{i},{person},{phone},{(isFirst ? "甲医院" : "乙医院")},{date},{(i % 2 == 0 ? "u2" : "u1")}{planted}");
            if (isFirst && i % 7 == 0 || i is 107 or 207)
            {
                seized.Add($"{person},{phone},{date}");
            }
        }

        File.WriteAllLines(Path.Combine(folder, "registry", "all.csv"), registry);
        File.WriteAllLines(Path.Combine(folder, "seized", "list.csv"), seized);
        if (settings.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder, "case.json"), settings);
        }

        Run("trace", folder, "--out", Path.Combine(_root, name + "-out"), "--threads", "1");
        List<Dictionary<string, string>> Of(string table) => CaseReading.Table(Path.Combine(_root, name + "-out", "tables", table + ".csv"));
        return (Of("sources"), Of("accounts"), Of("problems"));
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
