using LeakTrace.Benchmarks.Kernels;
using LeakTrace.Benchmarks.Linkage;
using LeakTrace.Benchmarks.Traces;

switch (args)
{
    case ["kernels", .. var rest]:
        return KernelRun.Run(rest);
    case ["trace", .. var sizes] when sizes.Length > 0 && sizes.All(size => int.TryParse(size, out var records) && records >= 1000):
        return TraceRun.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
    case ["linkage", .. var words]:
        return LinkageRun.Run(words);
    default:
        Console.Error.WriteLine("""
            kernels [options of BenchmarkDotNet]   kernels beside FuzzySharp, into results/MACHINE/kernels.md
            trace RECORDS...                       whole traces against registers of these sizes (from 1000), into results/MACHINE/trace.md
            linkage [WORD...]                      link and dedupe on public sets (LEAKTRACE_DATA) and made-up ones, into results/MACHINE/linkage.md; with words, only sets so named
            """);
        return 2;
}
