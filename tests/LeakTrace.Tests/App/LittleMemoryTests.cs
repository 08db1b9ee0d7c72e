using System.Diagnostics;
using LeakTrace.App;

namespace LeakTrace.Tests.App;

public class LittleMemoryTests
{
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_small_case_is_traced_where_a_container_allows_a_hundred_megabytes_of_heap()
    {
        var root = Directory.CreateTempSubdirectory("leaktrace-memory-").FullName;
        try
        {
            var seized = Directory.CreateDirectory(Path.Combine(root, "case", "seized")).FullName;
            File.WriteAllText(Path.Combine(seized, "a.csv"), "姓名,电话\n张丽华,13911112222\n");
            var built = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            var program = Path.Combine(built, "..", "..", "LeakTrace.App", Path.GetFileName(built), "leaktrace");
            var start = new ProcessStartInfo(program, ["trace", Path.Combine(root, "case")]) { RedirectStandardError = true, RedirectStandardOutput = true };
            start.Environment["DOTNET_ROOT"] = ReadWorkerProgram.Settings().RuntimeFolder;
            start.Environment["DOTNET_GCHeapHardLimit"] = "0x6400000";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            Assert.True(process.WaitForExit(_longest), "It did not end.");
            Assert.Equal((0, ""), (process.ExitCode, await errors));
            Assert.Contains("1 valid", await output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
