using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports;
using LeakTrace.Reports.Html;
using LeakTrace.Tests.Docs;

namespace LeakTrace.Tests.Reports;

public sealed partial class HtmlReportTests
{
    [Theory]
    [InlineData(ReportLanguage.Chinese, "report.zh.html")]
    [InlineData(ReportLanguage.English, "report.en.html")]
    public void Writes_the_approved_page(ReportLanguage language, string name) =>
        Approved.Check(name, Encoding.UTF8.GetBytes(Text(language)));

    [Fact]
    public void Both_languages_have_the_same_words()
    {
        var chinese = new Words(ReportLanguage.Chinese);
        var english = new Words(ReportLanguage.English);

        // Only the Chinese report explains problems in its own words: their messages are English already.
        Assert.Equal(english.Keys.Order(), chinese.Keys.Where(key => !key.StartsWith("problem.", StringComparison.Ordinal)).Order());
        foreach (var key in english.Keys)
        {
            Assert.Equal(Holes(english[key]), Holes(chinese[key]));
        }
    }

    [Fact]
    public void Newborns_are_spoken_of_only_where_the_seizure_tells_of_them()
    {
        var sentence = new Words(ReportLanguage.English)["notice.sensitive"];
        Assert.DoesNotContain(sentence, Text(ReportLanguage.English, SampleTrace.Build() with { HasNewborns = false }), StringComparison.Ordinal);
        Assert.Contains(sentence, Text(ReportLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_explained_in_chinese()
    {
        var chinese = new Words(ReportLanguage.Chinese);
        var source = Path.Combine(ProjectFolder.Root, "src");
        var codes = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ProblemCode().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().Order().ToList();

        Assert.True(codes.Count > 50, $"{codes.Count}");
        Assert.DoesNotContain(codes, code => !chinese.Knows("problem", code));
    }

    [Fact]
    public void What_a_problem_says_in_numbers_and_names_is_said_in_chinese_too()
    {
        var sample = SampleTrace.Build();
        var named = sample with
        {
            Problems = [new("", "", 0, Severity.Note, "accounts-not-told-from-source", "A ward: 412 …") { Values = ["甲医院", "412", "u1, backup"] }],
        };
        var text = Text(ReportLanguage.Chinese, named);
        Assert.Contains("甲医院：有 412 人归于该来源整体", text, StringComparison.Ordinal);
        Assert.Contains("u1, backup", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_english_page_has_no_chinese_words_of_ours()
    {
        var english = new Words(ReportLanguage.English);

        // The interpretation is cited by its number, which is Chinese in any language.
        Assert.All(english.Keys, key => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english[key].Replace("法释〔2017〕10号", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Needs_nothing_from_outside_and_runs_nothing()
    {
        var text = Text(ReportLanguage.English);

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(ReportLanguage.Chinese)]
    [InlineData(ReportLanguage.English)]
    public void Whatever_inputs_are_called_stays_text(ReportLanguage language)
    {
        const string Evil = "\"'><script>alert(1)</script>&\u202Ecod.x\u0001";
        const string Tame = "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;<i class=\"odd\">U+202E</i>cod.x<i class=\"odd\">U+0001</i>";
        var sample = SampleTrace.Build();
        var result = sample with
        {
            Inputs = [sample.Inputs[0] with { File = Evil }],
            Sources = [sample.Sources[0] with { Source = Evil }],
            Accounts = [sample.Accounts[0] with { Account = Evil, Source = Evil }],
            Counts = [.. sample.Counts.Select(line => line.Key.Length > 0 ? line with { Key = Evil } : line)],
            Files = [sample.Files[0] with { File = Evil, Exhibit = Evil, DuplicateOf = Evil, ContainedIn = "b" + Evil, MostLike = "c" + Evil }],
            Problems = [new Problem(Evil, Evil, 1, Severity.Error, Evil, Evil)],
            Linkage = sample.Linkage with
            {
                Levels = [sample.Linkage.Levels[0] with { Field = Evil, Level = Evil }],
                Rules = [sample.Linkage.Rules[0] with { Rule = Evil }],
            },
        };

        var text = HtmlReport.Text(result, language, Evil, Evil);

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.True(text.Split(Tame).Length > 20);
    }

    [Fact]
    public void The_waterfall_ends_at_the_valid_records()
    {
        var all = SampleTrace.Build().Counts[0];
        var steps = CountSection.Steps(all);

        Assert.Equal(all.Total, steps.Sum(step => step.Rows) + all.Valid);
        Assert.Equal(all.Valid, steps[^1].Left);
        var text = Text(ReportLanguage.English);
        Assert.All(steps, step => Assert.Contains($"<td class=\"n\">−{step.Rows.ToString("N0", CultureInfo.InvariantCulture)}</td>", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Says_that_none_is_needed_where_none_is()
    {
        var sample = SampleTrace.Build();
        var result = sample with
        {
            Sources = [.. sample.Sources.Select(line => line with { Needed = false })],
            Accounts = [],
        };

        Assert.Contains("None of the 12 sources in the registers is needed", HtmlReport.Text(result, ReportLanguage.English, "", ""), StringComparison.Ordinal);
        Assert.Contains("登记系统的 12 个来源中，没有一个是", HtmlReport.Text(result, ReportLanguage.Chinese, "", ""), StringComparison.Ordinal);
        Assert.Contains("No account can be judged", HtmlReport.Text(result, ReportLanguage.English, "", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_result_makes_a_page()
    {
        var sample = SampleTrace.Build();
        var empty = sample with
        {
            Inputs = [],
            Rows = [],
            Matches = [],
            Sources = [],
            Accounts = [],
            Counts = [],
            Files = [],
            Problems = [],
            Linkage = sample.Linkage with { Levels = [], Rules = [] },
        };

        Assert.Contains("The case holds no register", HtmlReport.Text(empty, ReportLanguage.English, "", ""), StringComparison.Ordinal);
    }

    static string Text(ReportLanguage language, TraceResult result) => HtmlReport.Text(result, language, "case", "1.2.3");

    // As problems are written: after a severity, in an error that a reader throws, in a short form of either.
    [GeneratedRegex("""(?:Severity\.\w+,\s*|UnreadableFileException\(\s*|\b(?:Error|Warn)\([\w.]+, |=> new\()"([a-z]+(?:-[a-z0-9]+)+)",""")]
    private static partial Regex ProblemCode();

    static string Text(ReportLanguage language) => HtmlReport.Text(SampleTrace.Build(), language, "case-2023-09", "1.2.3");

    static IEnumerable<string> Holes(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order(StringComparer.Ordinal);
}
