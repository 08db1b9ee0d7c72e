using System.Globalization;
using System.Text.Json;
using LeakTrace.Tests.Cases;
using LeakTrace.Tests.Ingest;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>Seizures as people leave them: tables side by side, whole records in cells, chats; traced to their statuses and records.</summary>
public sealed class MessyCaseTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Records_in_cells_chats_and_tables_side_by_side_are_traced()
    {
        Write("side.csv", $"产妇姓名,电话,分娩日期,,产妇姓名,电话,分娩日期\n{Row(0)},,{Row(1)}\n{Row(2)},,{Row(3)}\n{Row(4)},,{Row(0)}\n{Row(5)},,\n");
        Write("cells.txt", string.Join('\n', Enumerable.Range(10, 6).Select(i => $"产妇 {Name(i)} {Phone(i)} {Date(i)} 市一医院 剖宫产")) + "\n");
        Write("labelled.csv", "序号,资料\n" + string.Concat(Enumerable.Range(20, 6).Select(i => $"{i},姓名：{Name(i)} 电话：{Phone(i)} 分娩日期：{Date(i)}\n")));
        Write("chat.txt", $"王五 2023-06-01 12:33:20\n你好，这几个新的\n产妇 {Name(30)} {Phone(30)} {Date(30)} 市一医院\n{Name(31)}{Phone(31)} {Date(31)}\n\n赵六 2023-06-01 12:35:20\n收到\n"
            + $"\n王五 2023-06-01 12:36:20\n姓名：{Name(32)}\n电话：{Phone(32)}\n分娩日期：{Date(32)}\n");
        Write("chat.csv", $"时间,发送人,接收人,消息内容\n2023-06-01 12:33:20,王五,赵六,产妇 {Name(40)} {Phone(40)} {Date(40)}\n2023-06-01 12:34:20,赵六,王五,好的\n"
            + $"2023-06-01 12:35:20,王五,赵六,\"{Name(41)} {Phone(41)} {Date(41)}\n{Name(42)} {Phone(42)} {Date(42)}\"\n");
        _folder.Write("case/chats/与赵六的聊天记录.txt", "王五 2023-07-01 12:33:20\n[文件] side.csv\n\n王五 2023-07-01 12:34:00\n看一下\n");
        _folder.Write("case/registry/register.csv", "登记号,产妇姓名,联系电话,分娩日期,医院\n"
            + string.Concat(Enumerable.Range(0, 2000).Select(i => $"DJ{i:D5},{Name(i)},{Phone(i)},{Date(i)},{(i % 2 == 0 ? "市一医院" : "妇幼保健院")}\n")));

        Assert.Equal(0, TracedCase.Run("trace", _folder["case"], "--out", _folder["out"]).Code);
        var rows = Table("rows");
        Assert.Equal(["layout", "valid", "valid", "valid", "valid"], StatusesOf(rows, "side.csv"));
        Assert.Equal(
            ["", "valid", "valid", "duplicate", ""], rows.Where(row => row["file"] == "side.csv").Select(row => row["further"].Split(':')[0]));
        Assert.All(StatusesOf(rows, "cells.txt"), status => Assert.Equal("valid", status));
        Assert.Equal(["layout", .. Enumerable.Repeat("valid", 6)], StatusesOf(rows, "labelled.csv"));
        Assert.Equal(
            ["layout", "layout", "valid", "valid", "blank", "layout", "layout", "blank", "layout", "valid", "layout", "layout"], StatusesOf(rows, "chat.txt"));
        Assert.Equal(["layout", "valid", "layout", "valid"], StatusesOf(rows, "chat.csv"));

        var matched = Table("matches").Where(match => match["class"] == "match").Select(match => match["record"]).ToHashSet();
        foreach (var i in (int[])[0, 1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 31, 32, 40, 41, 42])
        {
            Assert.Contains($"DJ{i:D5}", matched);
        }

        var chat = Assert.Single(Table("inputs"), input => input["file"].StartsWith("chats/", StringComparison.Ordinal));
        Assert.Equal(("chats/与赵六的聊天记录.txt", "chat", 64, "5"), (chat["file"], chat["kind"], chat["sha256"].Length, chat["rows"]));
        Assert.Contains("A further record of the row: duplicate, person P", TracedCase.Run("explain", _folder["case"], "side.csv!!4").Output, StringComparison.Ordinal);

        var counts = Table("counts");
        Assert.Contains(counts, count => count["scope"] == "edge" && count["key"] == "王五→赵六" && count["valid"] == "6" && count["duplicate"] == "1");
        var all = Assert.Single(counts, count => count["scope"] == "all");
        var further = rows.Sum(row => row["further"].Length == 0 ? 0 : row["further"].Split(';').Length);
        Assert.Equal(rows.Count + further, int.Parse(all["total"], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Columns_of_case_json_hold_for_the_files_of_their_pattern_alone()
    {
        var list = $"甲,乙,丙\n{Row(1)}\n{Row(2)}\n";
        _folder.Write("case/seized/a/list.csv", list);
        _folder.Write("case/seized/b/list.csv", list);
        _folder.Write("case/case.json", """{ "columns": [ { "file": "a/*.csv", "roles": { "甲": "none", "乙": "none", "#3": "birth-date" } } ] }""");

        string[] Roles(params string[] args)
        {
            using var json = JsonDocument.Parse(TracedCase.Run(["inspect", .. args, "--json"]).Output);
            var files = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToArray() : [json.RootElement];
            return [.. files.Select(file => file.GetProperty("file").GetString() + " "
                + string.Join(' ', file.GetProperty("sheets")[0].GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("role").GetString())))];
        }

        Assert.Equal(["a/list.csv none none birth-date", "b/list.csv person-name phone event-date"], Roles(_folder["case"]));
        Assert.Equal(["a/list.csv none none birth-date"], Roles(_folder["case/seized/a/list.csv"], "--case", _folder["case"]));
        Assert.Equal(["list.csv person-name phone event-date"], Roles(_folder["case/seized/a/list.csv"]));

        TracedCase.Run("trace", _folder["case"], "--out", _folder["out"]);

        Assert.All(StatusesOf(Table("rows"), "a/list.csv").Skip(1), status => Assert.Equal("unidentifiable", status));
        Assert.All(StatusesOf(Table("rows"), "b/list.csv").Skip(1), status => Assert.Equal("valid", status));
    }

    [Fact]
    public void Inspect_names_columns_and_roles_as_case_json_does_and_opens_archives_and_folders()
    {
        var list = System.Text.Encoding.UTF8.GetBytes($"产妇姓名,电话,分娩日期\n{Row(1)}\n{Row(2)}\n");
        File.WriteAllBytes(_folder["a.zip"], Zip.Of(("in/list.csv", list)));
        _folder.Write("many/x.csv", $"寄件,,收件,\n姓名,电话,姓名,电话\n{Name(1)},{Phone(1)},{Name(2)},{Phone(2)}\n{Name(3)},{Phone(3)},{Name(4)},{Phone(4)}\n");
        _folder.Write("many/y.csv", $"姓名,电话\n{Name(1)},{Phone(1)}\n");

        var (code, text, _) = TracedCase.Run("inspect", _folder["a.zip"]);
        Assert.Equal(0, code);
        Assert.Contains("a.zip!/in/list.csv", text, StringComparison.Ordinal);
        Assert.Contains("C (#3)", text, StringComparison.Ordinal);
        Assert.Contains("event-date", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone(1), text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(TracedCase.Run("inspect", _folder["many"], "--json").Output);
        Assert.Equal(["x.csv", "y.csv"], json.RootElement.EnumerateArray().Select(file => file.GetProperty("file").GetString()));
        var region = json.RootElement[0].GetProperty("sheets")[0].GetProperty("regions")[0];
        Assert.Equal((1, 2), (region.GetProperty("first_header_row").GetInt32(), region.GetProperty("header_row").GetInt32()));
        var columns = region.GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["sender-name", "sender-phone", "person-name", "phone"], columns.Select(column => column.GetProperty("role").GetString()));
        Assert.Equal(("D", 4), (columns[3].GetProperty("column").GetString(), columns[3].GetProperty("number").GetInt32()));
        Assert.All(columns, column => Assert.NotEqual("", column.GetProperty("why").GetString()));
    }

    public void Dispose() => _folder.Dispose();

    void Write(string name, string text) => _folder.Write("case/seized/" + name, text);

    List<Dictionary<string, string>> Table(string name) => CaseReading.Table(Path.Combine(_folder["out"], "tables", name + ".csv"));

    static List<string> StatusesOf(List<Dictionary<string, string>> rows, string file) =>
        [.. rows.Where(row => row["file"] == file).Select(row => row["status"])];

    static string Row(int i) => $"{Name(i)},{Phone(i)},{Date(i)}";

    static string Name(int i) => $"{"王李张刘陈杨赵黄周吴"[i % 10]}{"丽秀桂玉小美春秋"[i / 10 % 8]}{"华英兰珍红芳燕梅敏静"[i / 80 % 10]}";

    static string Phone(int i) => (13_900_000_000 + (i * 7_919_317L % 99_999_989)).ToString(CultureInfo.InvariantCulture);

    static string Date(int i) => new DateOnly(2023, 1, 1).AddDays(i * 13 % 150).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
