using LeakTrace.Benchmarks.Counting;
using LeakTrace.Benchmarks.Kernels;
using LeakTrace.Benchmarks.Traces;

switch (args)
{
    case ["kernels", .. var rest]:
        return KernelRun.Run(rest);
    case ["trace", .. var sizes] when sizes.Length > 0 && sizes.All(size => int.TryParse(size, out var records) && records >= 1000):
        return TraceRun.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
    case ["ledger"]:
        return LedgerRun.Run(200);
    case ["counts"]:
        return CountRun.Run(20);
    default:
        Console.Error.WriteLine("""
            kernels [options of BenchmarkDotNet]   kernels beside FuzzySharp, into results/MACHINE/kernels.md
            trace RECORDS...                       whole traces against registers of these sizes (from 1000), into results/MACHINE/trace.md
            ledger                                 prices and their changes in generated ledgers, into results/MACHINE/ledger.md
            counts                                 counts and their bounds against the truth of generated cases, into results/MACHINE/counts.md
            """);
        return 2;
}
