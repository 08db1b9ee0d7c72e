using System.Text;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Cases;

public sealed class CaseSettingsTests
{
    [Fact]
    public void Reads_columns_and_aliases()
    {
        var settings = Parse("""
            {
              // the third sheet of the January file has no header
              "columns": [
                { "file": "disk/**/*.xlsx", "sheet": "Q1", "headerRow": 0, "roles": { "客户": "person-name", "#3": "phone" } },
              ],
              "aliases": { "上海市第一妇婴保健院": ["一妇婴", " 市一妇婴 "] },
            }
            """);

        var column = Assert.Single(settings.Columns);
        Assert.Equal(("disk/**/*.xlsx", "Q1", 0), (column.File.Text, column.Sheet, column.HeaderRow));
        Assert.Equal(FieldRole.PersonName, column.Roles["客户"]);
        Assert.Equal(FieldRole.Phone, column.RolesByPosition[2]);
        Assert.True(column.AppliesTo("disk/a/b.xlsx", "Q1"));
        Assert.False(column.AppliesTo("disk/a/b.xlsx", "Q2"));
        Assert.Equal(["一妇婴", "市一妇婴"], settings.Aliases["上海市第一妇婴保健院"]);
    }

    [Fact]
    public void Reads_roles_profits_and_policy_of_the_parties()
    {
        var settings = Parse("""{ "roles": { "L": "insider", "Z": "lawful-business" }, "profits": { "Z": 50000.5 }, "policy": "p.json" }""");

        Assert.Equal((PartyRole.Insider, PartyRole.LawfulBusiness), (settings.Roles["L"], settings.Roles["Z"]));
        Assert.Equal((50000.5m, "p.json"), (settings.Profits["Z"], settings.Policy));
        Assert.Equal(
            "case.json: roles[\"L\"] is no known role of a party. Known: unknown, insider, outsider, lawful-business.\n"
                + "case.json: profits[\"Z\"] must be a number of yuan.",
            Failure("""{ "roles": { "L": "clerk" }, "profits": { "Z": "much" } }"""));
    }

    [Theory]
    [InlineData("*.csv", "a/b/c.csv", true)]
    [InlineData("c?.csv", "a/c1.csv", true)]
    [InlineData("*.csv", "a.csv.bak", false)]
    [InlineData("a/*.csv", "a/b.csv", true)]
    [InlineData("a/*.csv", "a/b/c.csv", false)]
    [InlineData("a/**/*.csv", "a/c.csv", true)]
    [InlineData("a/**", "a/b/c.csv", true)]
    [InlineData("registry/*", "registry/(1)+[2].csv", true)]
    [InlineData("(1)+[2].csv", "registry/(1)+[2].csv", true)]
    [InlineData("a.csv", "aXcsv", false)]
    public void Holds_patterns_against_names(string pattern, string file, bool matches) =>
        Assert.Equal(matches, new FilePattern(pattern).Matches(file));

    [Fact]
    public void Names_everything_that_is_wrong_at_once()
    {
        var message = Failure("""
            { "colums": [], "columns": [ { "roles": { "a": "telephone", "#0": "phone" }, "headerRow": -1 }, 3 ], "aliases": { "x": [1, ""] } }
            """);

        Assert.Equal(
            [
                "case.json: \"colums\" is no known key. Known: columns, aliases, roles, profits, policy.",
                "case.json: columns[0].headerRow must be a whole number from 0 (0: no header).",
                "case.json: columns[0].roles[\"a\"] is no known role. Known: " + string.Join(", ", Enum.GetValues<FieldRole>().Select(FieldRoles.NameOf)) + ".",
                "case.json: columns[0].roles[\"#0\"]: write # and the column's number from 1 to 16384, such as \"#3\".",
                "case.json: columns[0].file is missing: say which files the entry is about, such as \"*.xlsx\".",
                "case.json: columns[0] says nothing: give roles or headerRow.",
                "case.json: columns[1] must be an object { … }.",
                "case.json: aliases[\"x\"][0] must be a text that is not empty.",
                "case.json: aliases[\"x\"][1] must be a text that is not empty.",
            ],
            message.Split('\n'));
    }

    [Theory]
    [InlineData("{ \"columns\": [\n }", "case.json, line 2")]
    [InlineData("{ \"columns\": [], \"columns\": [] }", "a key stands twice")]
    [InlineData("[]", "the whole must be an object")]
    [InlineData("", "not valid JSON")]
    public void Says_where_the_file_is_broken(string json, string expected) =>
        Assert.Contains(expected, Failure(json), StringComparison.Ordinal);

    [Fact]
    public void A_case_without_settings_has_none()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seized/a.csv");

        Assert.Same(CaseSettings.None, CaseSettings.Of(CaseFolder.Open(folder.Path)));
    }

    [Fact]
    public void Only_what_changes_reading_changes_the_hash_of_reading()
    {
        const string Columns = """ "columns": [ { "file": "*", "headerRow": 1 } ] """;

        var plain = Parse($$"""{ {{Columns}} }""");

        Assert.Equal(plain.ImportHash, Parse($$"""{ "aliases": { "a": ["b"] }, {{Columns}} }""").ImportHash);
        Assert.NotEqual(plain.ImportHash, Parse("""{ "columns": [ { "file": "*", "headerRow": 2 } ] }""").ImportHash);
        Assert.NotEqual(plain.ImportHash, CaseSettings.None.ImportHash);
    }

    static CaseSettings Parse(string json) => CaseSettings.Parse(Encoding.UTF8.GetBytes(json));

    static string Failure(string json) => Assert.Throws<InputException>(() => Parse(json)).Message;
}
