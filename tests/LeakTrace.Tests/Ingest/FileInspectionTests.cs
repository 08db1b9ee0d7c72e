using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class FileInspectionTests
{
    [Fact]
    public void Samples_identify_nobody()
    {
        using var file = new ScratchFile(
            "姓名,手机,身份证号,分娩日期,医院,地址,备注\n张丽华,13911112222,11010119900101123X,2023-05-01,市一医院,北京市东城区王府井路18号,丈夫赵大海13811114444\n");
        var inspection = Assert.Single(FileInspection.Inspect(file.Path, "a.csv", InputFolder.Seized, ImportSettings.Default));
        var sheet = Assert.Single(inspection.Sheets);
        Assert.Equal((2, 1), (sheet.Rows, sheet.HeaderRow));
        var samples = sheet.Columns.Select(column => column.Samples[0]).ToArray();
        Assert.Equal(["张*", "139****2222"], samples.Select((sample, i) => i == 0 ? sample.Replace("**", "*") : sample).Take(2));
        Assert.Equal("2023-05-01", samples[3]);
        Assert.Equal("市一医院", samples[4]);
        var all = string.Join(' ', samples);
        foreach (var secret in (string[])["丽", "1112222", "1990", "123X", "王府井", "18", "大海", "1381111"])
        {
            Assert.DoesNotContain(secret, all);
        }
    }
}
