using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeakTrace.Cases;
using LeakTrace.Tests.Ingest;

namespace LeakTrace.Tests.App;

public class InterruptTests
{
    const int Interrupted = 130;
    const int SlowFiles = 6;
    const int SlowCells = 12_000_000;
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void Ctrl_C_keeps_what_was_imported_and_leaves_nothing_behind()
    {
        Assert.True(OperatingSystem.IsLinux(), "Processes are looked up as Linux shows them.");
        var root = Directory.CreateTempSubdirectory("leaktrace-interrupt-").FullName;
        try
        {
            var (folder, temporary) = (Path.Combine(root, "case"), Directory.CreateDirectory(Path.Combine(root, "tmp")).FullName);
            var seized = Directory.CreateDirectory(Path.Combine(folder, "seized")).FullName;
            foreach (var name in (string[])["a.csv", "b.csv"])
            {
                File.WriteAllText(Path.Combine(seized, name), "姓名,电话\n张丽华,13911112222\n");
            }

            // Short files that take long: nothing but empty cells.
            var slow = HostileFiles.Workbook(sheet =>
            {
                sheet.Write("<row r=\"1\">");
                for (var i = 0; i < SlowCells; i++)
                {
                    sheet.Write("<c/>");
                }

                sheet.Write("</row>");
            });
            for (var i = 0; i < SlowFiles; i++)
            {
                File.WriteAllBytes(Path.Combine(seized, FormattableString.Invariant($"slow{i}.xlsx")), slow);
            }

            var (code, errors) = Interrupt(folder, temporary);
            Assert.Equal((Interrupted, "leaktrace: stopped. What was imported is kept; run the same command again to continue."), (code, errors.Trim()));
            Assert.Empty(Directory.GetFileSystemEntries(temporary));
            Assert.DoesNotContain(CommandLines(), line => line.Contains(root, StringComparison.Ordinal));
            Assert.Empty(Directory.GetFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories));
            using (var store = CaseStore.Open(Path.Combine(folder, "case.db")))
            {
                Assert.Contains(store.Inputs.Names(), name => name is "a.csv" or "b.csv");
            }

            foreach (var file in Directory.GetFiles(seized, "slow*"))
            {
                File.Delete(file);
            }

            var (again, output, _) = TracedCase.Run("import", folder);
            Assert.Equal(0, again);
            Assert.Contains("2 files, 4 rows", output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // Starts an import, interrupts it as a terminal does once a worker reads, and waits for its end.
    static (int Code, string Errors) Interrupt(string folder, string temporary)
    {
        var start = BuiltProgram.Start("trace", folder, "--threads", "2", "--workers", "2");
        start.Environment["TMPDIR"] = temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        while (!CommandLines().Any(line => line.Contains("read-worker", StringComparison.Ordinal) && line.Contains(temporary, StringComparison.Ordinal)))
        {
            Assert.False(process.HasExited, $"It ended before it was interrupted: {(errors.IsCompleted ? errors.Result : "")} {(output.IsCompleted ? output.Result : "")}");
            Assert.True(watch.Elapsed < _longest, "No worker was started.");
            Thread.Sleep(5);
        }

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.True(process.WaitForExit(_longest), "It did not end.");
        output.GetAwaiter().GetResult();
        return (process.ExitCode, errors.GetAwaiter().GetResult());
    }

    static List<string> CommandLines()
    {
        var lines = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                lines.Add(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline"))).Replace('\0', ' '));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return lines;
    }
}
