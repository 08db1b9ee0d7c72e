namespace LeakTrace.Tests.App;

public class LittleMemoryTests
{
    [Fact]
    public void A_small_case_is_traced_where_a_container_allows_a_hundred_megabytes_of_heap()
    {
        var root = Directory.CreateTempSubdirectory("leaktrace-memory-").FullName;
        try
        {
            var seized = Directory.CreateDirectory(Path.Combine(root, "case", "seized")).FullName;
            File.WriteAllText(Path.Combine(seized, "a.csv"), "姓名,电话\n张丽华,13911112222\n");
            var start = BuiltProgram.Start("trace", Path.Combine(root, "case"));
            start.Environment["DOTNET_GCHeapHardLimit"] = "0x6400000";
            var (code, output, errors) = BuiltProgram.Run(start);
            Assert.Equal((0, ""), (code, errors));
            Assert.Contains("1 valid", output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
