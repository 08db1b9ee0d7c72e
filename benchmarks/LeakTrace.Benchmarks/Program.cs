using LeakTrace.Benchmarks.Kernels;
using LeakTrace.Benchmarks.Peers;
using LeakTrace.Benchmarks.Traces;

switch (args)
{
    case ["kernels", .. var rest]:
        return KernelRun.Run(rest);
    case ["trace", .. var sizes] when sizes.Length > 0 && sizes.All(size => int.TryParse(size, out var records) && records >= 1000):
        return TraceRun.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
    case ["reading"]:
        return ReadingRun.Run(1_000_000);
    case ["peer"]:
        return PeerRun.Run(1_000_000);
    default:
        Console.Error.WriteLine("""
            kernels [options of BenchmarkDotNet]   kernels beside FuzzySharp, into results/MACHINE/kernels.md
            trace RECORDS...                       whole traces against registers of these sizes (from 1000), into results/MACHINE/trace.md
            reading                                a CSV file of a million rows, into results/MACHINE/reading.md
            peer                                   a trace of 40,000 rows against a million records beside DuckDB, into results/MACHINE/peer.md
            """);
        return 2;
}
