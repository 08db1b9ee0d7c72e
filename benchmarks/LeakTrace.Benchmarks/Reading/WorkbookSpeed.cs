using System.Diagnostics;
using System.Globalization;
using ExcelDataReader;
using LeakTrace.App;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Workers;
using LeakTrace.Synthetic.Files;

namespace LeakTrace.Benchmarks.Reading;

/// <summary>A workbook of 40,000 rows: every value through ExcelDataReader, against the whole import with recognition and normal forms.</summary>
static class WorkbookSpeed
{
    const int Rows = 40_000;
    const int Repetitions = 9;

    /// <summary>Measures both in turns.</summary>
    public static IEnumerable<string> Measure()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var path = Path.GetTempFileName();
        try
        {
            Write(path, Rows, seed: 0);
            using var workers = new ReadWorkers(ReadWorkerProgram.Settings());
            var bare = new double[Repetitions];
            var ours = new double[Repetitions];
            var here = new double[Repetitions];
            for (var i = -2; i < Repetitions; i++)
            {
                var (first, second, third) = (Time(() => ReadBare(path)), Time(() => Import(path, workers)), Time(() => Import(path, null)));
                if (i >= 0)
                {
                    (bare[i], ours[i], here[i]) = (first, second, third);
                }
            }

            const string Work = "40,000 rows of 8 columns, .xlsx";
            return [.. ReadingRun.Lines(Work, "ExcelDataReader 3.6.0 alone", bare, "import, in a process of its own", ours), ReadingRun.Lines(Work, "", bare, "import, in this process", here).Last()];
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes a list of rows that differ.</summary>
    public static void Write(string path, int rows, int seed)
    {
        using var stream = File.Create(path);
        using var writer = new XlsxWriter(stream);
        writer.BeginSheet("名单");
        writer.Write([.. ((string[])["产妇姓名", "区县", "地址", "婴儿姓名", "出生日期", "性别", "医院", "联系电话"]).Select(Cell.Of)]);
        for (var i = 0; i < rows; i++)
        {
            var n = i * 7919 + seed * 104_729;
            writer.Write(
            [
                Cell.Of($"{"张王李赵陈刘杨黄"[n % 8]}{"丽秀桂淑小海"[n / 8 % 6]}{"华英兰芳红燕"[n / 48 % 6]}"), Cell.Of("浦东新区"),
                Cell.Of(string.Create(CultureInfo.InvariantCulture, $"南京东路{n % 997}弄{n % 89}号{n % 1203}室")), Cell.Of("张小宝"),
                Cell.OfDate(new DateOnly(2023, 1, 1).AddDays(n % 365), ""), Cell.Of("男女"[n % 2].ToString()), Cell.Of("市第一妇婴保健院"),
                Cell.OfNumber(string.Create(CultureInfo.InvariantCulture, $"{13_800_000_000L + n % 199_999_999}")),
            ]);
        }
    }

    static double Time(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    static void ReadBare(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var cells = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                cells += reader.GetValue(column) is null ? 0 : 1;
            }
        }

        Expect(cells == (Rows + 1) * 8);
    }

    static void Import(string path, ReadWorkers? workers)
    {
        var read = FileImporter.Import(path, "a.xlsx", InputFolder.Seized, ImportSettings.Default with { Workers = workers });
        Expect(read.Sheets.Sum(sheet => sheet.Rows) == Rows + 1);
    }

    static void Expect(bool isRight)
    {
        if (!isRight)
        {
            throw new InvalidOperationException("Rows are missing: nothing that was measured holds.");
        }
    }
}
