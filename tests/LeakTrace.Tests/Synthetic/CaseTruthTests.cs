using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LeakTrace.Synthetic;

namespace LeakTrace.Tests.Synthetic;

public sealed partial class CaseTruthTests(GeneratedCases cases) : IClassFixture<GeneratedCases>
{
    static readonly string[] _statuses =
        ["blank", "layout", "placeholder", "invalid", "unidentifiable", "duplicate", "probable_duplicate", "valid"];

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    public void Has_every_physical_row_of_every_seized_file_once(string kind)
    {
        var truth = Rows(kind).GroupBy(row => (row["file"], row["sheet"]))
            .ToDictionary(sheet => sheet.Key, sheet => sheet.Select(row => Number(row["row"])).ToList());
        var seized = Path.Combine(cases.Folder(kind), "seized");
        var physical = new Dictionary<(string, string), int>();
        foreach (var path in Directory.EnumerateFiles(seized, "*", SearchOption.AllDirectories))
        {
            foreach (var (sheet, rows) in PhysicalRows(path))
            {
                physical.Add((Path.GetRelativePath(seized, path).Replace('\\', '/'), sheet), rows);
            }
        }

        Assert.Equal(physical.Keys.Order(), truth.Keys.Order());
        foreach (var (sheet, rows) in physical)
        {
            Assert.Equal(Enumerable.Range(1, rows), truth[sheet]);
        }
    }

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    public void Counts_add_up_to_the_rows(string kind)
    {
        var rows = Rows(kind);
        var counts = Truth(kind, "counts.csv");
        var all = counts.Single(count => count["scope"] == "all");
        Assert.Equal(rows.Count, Number(all["total"]));
        foreach (var status in _statuses)
        {
            Assert.Equal(rows.Count(row => row["status"] == status), Number(all[status]));
        }

        foreach (var count in counts)
        {
            Assert.Equal(Number(count["total"]), _statuses.Sum(status => Number(count[status])));
        }
    }

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    public void A_repeated_row_names_a_valid_row_of_the_same_person_on_the_same_edge(string kind)
    {
        var edges = CaseReading.Table(Path.Combine(cases.Folder(kind), "deliveries.csv"))
            .ToDictionary(delivery => delivery["file"], delivery => (delivery["seller"], delivery["buyer"]));
        var rows = Rows(kind).ToDictionary(row => $"{row["file"]}!{row["sheet"]}!{row["row"]}");
        var repeated = rows.Values.Where(row => row["status"] is "duplicate" or "probable_duplicate").ToList();
        Assert.NotEmpty(repeated);
        foreach (var row in repeated)
        {
            var first = rows[row["same_as"]];
            Assert.Equal("valid", first["status"]);
            Assert.Equal(row["person"], first["person"]);
            Assert.Equal(edges[row["file"]], edges[first["file"]]);
        }
    }

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    public void Only_insiders_leaked(string kind)
    {
        var accounts = Truth(kind, "accounts.csv");
        Assert.All(accounts, account => Assert.Equal(account["role"] == "insider", account["leaked_people"] != "0"));
        Assert.All(
            ["insider", "colleague", "supervisor", "backup", "ordinary"],
            role => Assert.Contains(accounts, account => account["role"] == role));
    }

    [Theory]
    [InlineData("maternity")]
    [InlineData("courier")]
    public void The_manifest_has_the_hash_of_every_input(string kind)
    {
        var text = File.ReadAllText(Path.Combine(CaseTruth.DirectoryFor(cases.Folder(kind)), "manifest.json"));
        using var manifest = JsonDocument.Parse(text);
        var inputs = manifest.RootElement.GetProperty("inputs").EnumerateArray().ToList();
        Assert.Equal(Directory.GetFiles(cases.Folder(kind), "*", SearchOption.AllDirectories).Length, inputs.Count);
        foreach (var input in inputs)
        {
            var bytes = File.ReadAllBytes(Path.Combine(cases.Folder(kind), input.GetProperty("file").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), input.GetProperty("sha256").GetString());
        }
    }

    static IEnumerable<(string Sheet, int Rows)> PhysicalRows(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".xlsx":
                return WorkbookRows(path);
            case ".html" or ".xls":
                var tables = File.ReadAllText(path).Split("<table").Skip(1);
                return tables.Select((table, i) =>
                    (i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture), TableRow().Count(table)));
            default:
                return [("", CaseReading.Rows(path, Path.GetExtension(path) == ".csv" ? ',' : '\t').Count)];
        }
    }

    static List<(string, int)> WorkbookRows(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var names = Part("xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => sheet.Attribute("name")!.Value);
        return [.. names.Select((name, i) => (name, LastRow(Part($"xl/worksheets/sheet{i + 1}.xml"))))];

        XDocument Part(string name)
        {
            using var stream = archive.GetEntry(name)!.Open();
            return XDocument.Load(stream);
        }

        int LastRow(XDocument sheet) =>
            sheet.Descendants().Where(element => element.Name.LocalName == "row").Max(row => (int)row.Attribute("r")!);
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    List<Dictionary<string, string>> Rows(string kind) => Truth(kind, "rows.csv");

    List<Dictionary<string, string>> Truth(string kind, string table) =>
        CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(cases.Folder(kind)), table));

    [GeneratedRegex("<tr>")]
    private static partial Regex TableRow();
}
