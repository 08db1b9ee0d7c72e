using System.Text.Json;
using LeakTrace.Engine.Records;
using LeakTrace.Reports;

namespace LeakTrace.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void Writes_the_approved_document() => Approved.Check("report.json", Written());

    [Fact]
    public void Holds_every_line_of_every_table_with_its_values()
    {
        var result = SampleTrace.Build();
        using var document = JsonDocument.Parse(Written());
        var tables = document.RootElement.GetProperty("tables");

        Assert.Equal("1.2.3", document.RootElement.GetProperty("engine_version").GetString());
        Assert.Equal(20230901UL, document.RootElement.GetProperty("settings").GetProperty("seed").GetUInt64());
        Assert.Equal(result.Inputs.Count, tables.GetProperty("inputs").GetArrayLength());
        Assert.Equal(result.Counts.Count, tables.GetProperty("counts").GetArrayLength());
        Assert.Equal("上海市第一妇婴保健院", tables.GetProperty("sources")[0].GetProperty("source").GetString());
        Assert.Equal(21.668912340000001, tables.GetProperty("matches")[0].GetProperty("weight").GetDouble());
        Assert.Equal(JsonValueKind.Null, tables.GetProperty("rows")[0].GetProperty("probability").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("linkage").GetProperty("levels")[3].GetProperty("m").ValueKind);
    }

    [Fact]
    public void Text_comes_back_as_it_was()
    {
        const string Name = "=1,\"<script>\\\u0001'王\n.xlsx";
        var result = SampleTrace.Build() with { Problems = [new Problem(Name, "", 0, Severity.Note, "code", "")] };
        using var stream = new MemoryStream();
        JsonReport.Write(result, "1", stream);

        using var document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(Name, document.RootElement.GetProperty("tables").GetProperty("problems")[0].GetProperty("file").GetString());
    }

    static byte[] Written()
    {
        using var stream = new MemoryStream();
        JsonReport.Write(SampleTrace.Build(), "1.2.3", stream);
        return stream.ToArray();
    }
}
