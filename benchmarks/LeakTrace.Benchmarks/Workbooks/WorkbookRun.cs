using System.Diagnostics;
using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Benchmarks.Workbooks;

/// <summary>Time and memory that report.xlsx takes with a million excluded rows.</summary>
static class WorkbookRun
{
    const int Rows = 1_000_000;
    const double MebiByte = 1 << 20;

    /// <summary>Writes a workbook, and results/MACHINE/workbook.md.</summary>
    public static int Run()
    {
        var path = Path.Combine(Path.GetTempPath(), $"leaktrace-{Environment.ProcessId}.xlsx");
        try
        {
            using var process = Process.GetCurrentProcess();
            var result = Result();
            var files = Files();
            process.Refresh();
            var before = process.WorkingSet64;
            var watch = Stopwatch.StartNew();
            var processor = process.TotalProcessorTime;
            WorkbookReport.Write(result, files, new WorkbookSettings(ReportLanguage.Chinese, "benchmark", "0"), path);
            watch.Stop();
            process.Refresh();
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Workbooks

                {Machine.Description} report.xlsx with {Rows:N0} excluded rows of 15 columns, masked fields among them; one run.

                | rows | time (s) | processor time (s) | peak of the process (MiB) | of it before writing (MiB) | file (MiB) |
                |---:|---:|---:|---:|---:|---:|
                | {Rows:N0} | {watch.Elapsed.TotalSeconds:0.0} | {(process.TotalProcessorTime - processor).TotalSeconds:0.0} | {process.PeakWorkingSet64 / MebiByte:0} | {before / MebiByte:0} | {new FileInfo(path).Length / MebiByte:0} |


                """);
            File.WriteAllText(Path.Combine(Machine.ResultsFolder(), "workbook.md"), text);
            Console.Write(text);
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    static TraceResult Result()
    {
        long[] by = [.. Enumerable.Repeat(Rows / 4L, 4)];
        CountLine Line(string scope, string key) => new(scope, key, Rows, 0, 0, 0, by[3], by[2], by[0], by[1], 0, 0, 0, 0, 0, 0, 0);
        return new TraceResult(
            [], new EndlessRows(Rows), [], [], [], [Line("all", ""), Line("edge", "L→W"), Line("source", ""), Line("month", "2021-03")], [], [],
            new LinkageSummary(Rows, 0, 0, 0, 0, false, 0, 0, [], []), new TraceSettings());
    }

    /// <summary>As many rows with a name, a phone and a date.</summary>
    static List<InputFile> Files()
    {
        const int Segment = 100_000;
        var segments = new List<RecordTable>();
        for (var start = 0; start < Rows; start += Segment)
        {
            var columns = new Column?[FieldRoles.Count];
            columns[(int)FieldRole.PersonName] = new Column(FieldType.Name, Values(start, i => PackedName.Pack([(char)(0x4E00 + i % 500), (char)(0x5E00 + i % 700), '丽'])));
            columns[(int)FieldRole.Phone] = new Column(FieldType.Phone, Values(start, i => PackedPhone.Pack(Digits(13_800_000_000L + i), 11, PhoneKind.Mobile)));
            columns[(int)FieldRole.EventDate] = new Column(FieldType.Date, Values(start, i => PackedDate.Pack(737_000 + i % 900)));
            segments.Add(new RecordTable([.. Enumerable.Range(start + 1, Segment)], new RowTraits[Segment], new ulong[Segment], columns));
        }

        return [new InputFile("a.xlsx", InputFolder.Seized, "", 0, "xlsx", "", [new InputSheet("1月", Rows, new SheetLayout(0, []), segments)], [])];

        static ulong[] Values(int start, Func<int, ulong> value) => [.. Enumerable.Range(start, Segment).Select(value)];
    }

    static ulong Digits(long number)
    {
        ulong nibbles = 0;
        for (var shift = 0; number > 0; number /= 10, shift += 4)
        {
            nibbles |= (ulong)(number % 10) << shift;
        }

        return nibbles;
    }
}
