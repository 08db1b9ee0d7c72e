using LeakTrace.Benchmarks.Kernels;
using LeakTrace.Benchmarks.Sampling;
using LeakTrace.Benchmarks.Traces;
using LeakTrace.Benchmarks.Workbooks;

switch (args)
{
    case ["kernels", .. var rest]:
        return KernelRun.Run(rest);
    case ["trace", .. var sizes] when sizes.Length > 0 && sizes.All(size => int.TryParse(size, out var records) && records >= 1000):
        return TraceRun.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
    case ["sampling"]:
        return SamplingRun.Run();
    case ["workbook"]:
        return WorkbookRun.Run();
    default:
        Console.Error.WriteLine("""
            kernels [options of BenchmarkDotNet]   kernels beside FuzzySharp, into results/MACHINE/kernels.md
            trace RECORDS...                       whole traces against registers of these sizes (from 1000), into results/MACHINE/trace.md
            sampling                               coverage and width of the intervals of samples, into results/MACHINE/sampling.md
            workbook                               a report.xlsx of a million rows, into results/MACHINE/workbook.md
            """);
        return 2;
}
