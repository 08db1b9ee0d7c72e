using System.Diagnostics;
using LeakTrace.Synthetic.Hostile;
using LeakTrace.Tests.Synthetic;
using Xunit.Abstractions;

namespace LeakTrace.Tests.App;

public class HostileFolderTests(ITestOutputHelper output)
{
    const long BombBytes = 80 << 20;

    [Fact]
    public void Every_refused_file_is_named_with_a_remedy_and_every_readable_row_is_kept()
    {
        var root = Directory.CreateTempSubdirectory("leaktrace-hostile-").FullName;
        try
        {
            var folder = Path.Combine(root, "case");
            var files = HostileFolder.Write(folder, BombBytes);
            var watch = Stopwatch.StartNew();
            var (code, _, errors) = TracedCase.Run(
                "trace", folder, "--out", Path.Combine(root, "out"), "--worker-memory", "96", "--cell-limit", "3000000");
            output.WriteLine($"{files.Count} files, {watch.Elapsed.TotalSeconds:0.0} s");
            Assert.Equal((1, ""), (code, errors));
            Check(files, Path.Combine(root, "out", "tables"));
            Assert.False(File.Exists(Path.Combine(root, "evil.csv")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static void Check(IReadOnlyList<HostileFile> files, string tables)
    {
        var problems = CaseReading.Table(Path.Combine(tables, "problems.csv")).ToLookup(problem => problem["file"]);
        var rows = CaseReading.Table(Path.Combine(tables, "rows.csv")).ToLookup(row => row["file"]);
        var inputs = CaseReading.Table(Path.Combine(tables, "inputs.csv")).ToLookup(input => input["file"]);
        foreach (var file in files)
        {
            Assert.True(inputs[file.Name].Count() == 1, file.Name);
            var refusals = problems[file.Name].Where(problem => problem["severity"] == "error").ToList();
            Assert.True(file.IsRefused == refusals.Count > 0, $"{file.Name}: {string.Join(", ", refusals.Select(problem => problem["message"]))}");
            Assert.True(file.IsRefused ? rows[file.Name].Count() >= file.Rows : rows[file.Name].Count() == file.Rows, $"{file.Name}: {rows[file.Name].Count()} rows");
            Assert.All(refusals, problem => Assert.Matches(@"\. .*\.$|\); .*\.$", problem["message"]));
        }
    }
}
