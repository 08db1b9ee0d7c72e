using System.Diagnostics;
using LeakTrace.App;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.Tests.Ingest;

public class WorkerTests
{
    static readonly byte[] _list = Xlsx.Of(false,
        ("名单", "", "", [(1, false, ["姓名", "电话"]), (2, false, ["张丽华", "13911112222"]), (4, true, ["王小红", 13711113333.0])]),
        ("二", "hidden", "", [(1, false, ["快递单号", "收件电话"]), (2, false, ["SF1234567890123", "13711113333"])]));

    static WorkerSettings Real => ReadWorkerProgram.Settings();

    static WorkerSettings Shell(string script) => new("/bin/sh", ["-c", script]) { FileTimeout = TimeSpan.FromSeconds(15) };

    static InputFile Read(byte[] content, ReadWorkers? workers)
    {
        using var file = new ScratchFile(content);
        return file.Import(settings: ImportSettings.Default with { Workers = workers }, name: "a.xlsx");
    }

    static string Summary(InputFile file) => string.Join('\n',
        file.Sheets.Select(sheet => $"{sheet.Name} {sheet.Rows} {sheet.Layout.HeaderRow} {string.Join(',', sheet.Layout.Columns)} "
            + string.Join(',', sheet.Records.SelectMany(table => table.Traits)) + string.Join(',', sheet.Records.SelectMany(table => table[FieldRole.Phone]?.Values ?? [])))
        .Concat(file.Problems.Select(problem => problem.ToString())).Prepend($"{file.Kind} {file.Encoding} {file.Sha256} {file.Bytes}"));

    public static TheoryData<byte[]> Files => new(
        _list,
        Zip.Text("<html><table><tr><td>姓名<td>电话<tr><td>张丽华<td>13911112222</table>"),
        Zip.Text("<html>nothing"),
        _list[..^200]);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_worker_reads_what_this_process_reads(byte[] content)
    {
        using var workers = new ReadWorkers(Real);
        Assert.Equal(Summary(Read(content, null)), Summary(Read(content, workers)));
    }

    [Fact]
    public void A_long_file_is_read_by_its_path()
    {
        using var file = new ScratchFile(Zip.Text("<html><table><tr><td>姓名<td>电话<tr><td>张丽华<td>13911112222</table>" + new string(' ', ReadRequest.LongestContent)));
        using var workers = new ReadWorkers(Real);
        Assert.Equal(2, Assert.Single(file.Import(settings: ImportSettings.Default with { Workers = workers }).Sheets).Rows);
    }

    [Fact]
    public void One_process_reads_many_files()
    {
        using var workers = new ReadWorkers(Real);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(2, Read(_list, workers).Sheets.Count);
        }

        Assert.Equal(1, workers.Started);
    }

    [Theory]
    [InlineData("exit 3", "reader-died")]
    [InlineData("kill -9 $$", "reader-died")]
    [InlineData("head -c 4096 /dev/zero; sleep 30", "reader-died")]
    [InlineData("printf 'no frame of any worker'; sleep 30", "reader-died")]
    [InlineData("sleep 30", "too-slow")]
    [InlineData("while true; do true; done", "too-slow")]
    public void A_process_that_dies_hangs_or_talks_nonsense_costs_one_file(string script, string code)
    {
        using var workers = new ReadWorkers(Shell(script) with { FileTimeout = TimeSpan.FromSeconds(code == "too-slow" ? 1 : 15) });
        var watch = Stopwatch.StartNew();
        var read = Read(_list, workers);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Empty(read.Sheets);
        Assert.Equal(64, read.Sha256.Length);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((Severity.Error, code), (problem.Severity, problem.Code));
        Read(_list, workers);
        Assert.Equal(2, workers.Started);
    }

    [Fact]
    public void Rows_that_came_before_a_process_died_are_kept()
    {
        using var reply = new MemoryStream();
        var frames = new FrameWriter(reply);
        frames.BeginFile(is1904: false, "");
        frames.BeginSheet("名单", hidden: false);
        foreach (var (row, cells) in ((int, string[])[])[(1, ["姓名", "电话"]), (2, ["张丽华", "13911112222"]), (3, ["王小红", "13711113333"])])
        {
            var buffer = new LeakTrace.Ingest.Text.RowBuffer();
            foreach (var cell in cells)
            {
                buffer.Add(cell);
            }

            frames.Row(row, hidden: false, buffer.Cells);
        }

        frames.Report(Severity.Note, "名单", 0, "error-cells", "some.");
        using var script = new ScratchFile(reply.ToArray());
        using var workers = new ReadWorkers(Shell($"cat {script.Path}; exit 9"));
        var read = Read(_list, workers);
        Assert.Equal((3, "名单"), (Assert.Single(read.Sheets).Rows, read.Sheets[0].Name));
        Assert.Equal(["error-cells", "reader-died"], read.Problems.Select(problem => problem.Code));
        Assert.Contains("read up to row 3 of sheet '名单'", read.Problems[1].Message);
    }

    [Fact]
    public void A_file_that_needs_too_much_memory_is_refused_and_the_next_is_read()
    {
        using var workers = new ReadWorkers(Real with { MemoryMegabytes = 64 });
        var read = Read(HostileFiles.ManySharedTexts(1_000_000), workers);
        Assert.Equal("too-much-memory", Assert.Single(read.Problems).Code);
        Assert.Equal(2, Read(_list, workers).Sheets.Count);
    }

    [Fact]
    public async Task Cancelling_ends_the_processes_and_removes_what_they_left()
    {
        using var file = new ScratchFile(_list);
        using var source = new CancellationTokenSource();
        var mark = Path.Combine(Path.GetTempPath(), $"mark-{Environment.ProcessId}");
        var workers = new ReadWorkers(Shell($"mkdir -p $0 && echo x >$0/left && echo $$ >{mark}; sleep 300") with { FileTimeout = TimeSpan.FromMinutes(5) });
        var reading = Task.Run(() => FileImporter.Import(
            file.Path, "a.xlsx", InputFolder.Seized, ImportSettings.Default with { Workers = workers }, source.Token));
        while (!File.Exists(mark) || File.ReadAllText(mark).Length == 0)
        {
            await Task.Delay(20);
        }

        var process = int.Parse(File.ReadAllText(mark), System.Globalization.CultureInfo.InvariantCulture);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.ThrowsAny<ArgumentException>(() => Process.GetProcessById(process));
        var folder = workers.Folder;
        Assert.True(Directory.Exists(folder));
        workers.Dispose();
        Assert.False(Directory.Exists(folder));
        File.Delete(mark);
    }

    [Fact]
    public void A_process_ends_by_itself_when_nobody_is_there_any_more()
    {
        var settings = Real;
        var start = new ProcessStartInfo(settings.Program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in settings.Arguments.Append("/nonexistent/folder"))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ROOT"] = settings.RuntimeFolder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(20_000));
        Assert.Equal(0, process.ExitCode);
    }
}
