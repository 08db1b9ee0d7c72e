using LeakTrace.Benchmarks.Attribution;
using LeakTrace.Benchmarks.Cases;
using LeakTrace.Benchmarks.Counting;
using LeakTrace.Benchmarks.Kernels;
using LeakTrace.Benchmarks.Linkage;
using LeakTrace.Benchmarks.Peers;
using LeakTrace.Benchmarks.Reading;
using LeakTrace.Benchmarks.Sampling;
using LeakTrace.Benchmarks.Traces;
using LeakTrace.Benchmarks.Workbooks;

switch (args)
{
    case ["kernels", .. var rest]:
        return KernelRun.Run(rest);
    case ["reading"]:
        return ReadingRun.Run();
    case ["hostile"]:
        return ReadingRun.RunHostile();
    case ["trace", .. var sizes] when sizes.Length > 0 && sizes.All(size => int.TryParse(size, out var records) && records >= 1000):
        return TraceRun.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]);
    case ["attribution", "large"]:
        return LargeCase.Run().Length > 0 ? 0 : 1;
    case ["csv"]:
        return CsvRun.Run(1_000_000);
    case ["peer"]:
        return PeerRun.Run(1_000_000);
    case ["sampling"]:
        return SamplingRun.Run();
    case ["workbook"]:
        return WorkbookRun.Run();
    case ["ledger"]:
        return LedgerRun.Run(1_000);
    case ["counts", .. var rest] when rest.All(seeds => int.TryParse(seeds, out _)):
        return CountRun.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 30);
    case ["linkage", .. var words]:
        return LinkageRun.Run(words);
    case ["lineage", .. var rest] when rest.All(seeds => int.TryParse(seeds, out _)):
        return LineageRun.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 20);
    case ["calls", .. var rest] when rest.All(seeds => int.TryParse(seeds, out _)):
        return CallsRun.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 20);
    case ["attribution"]:
        return AttributionRun.Run(40);
    case ["attribution", var seeds] when int.TryParse(seeds, out var count) && count >= 1:
        return AttributionRun.Run(count);
    default:
        Console.Error.WriteLine("""
            kernels [options of BenchmarkDotNet]   kernels beside FuzzySharp, into results/MACHINE/kernels.md
            attribution [SEEDS]                    simulated leaks with known truth (40 seeds of each kind), into results/MACHINE/attribution.md
            reading                                worker processes and workbooks, into results/MACHINE/reading.md
            hostile                                a trace of a folder that is meant to hurt, into results/MACHINE/hostile.md
            trace RECORDS...                       whole traces against registers of these sizes (from 1000), into results/MACHINE/trace.md
            csv                                    reading of a CSV file of a million rows, into results/MACHINE/csv.md
            peer                                   a trace of 40,000 rows against a million records beside DuckDB, into results/MACHINE/peer.md
            sampling                               coverage and width of the intervals of samples, into results/MACHINE/sampling.md
            workbook                               a report.xlsx of a million rows, into results/MACHINE/workbook.md
            ledger                                 prices and their changes in generated ledgers, into results/MACHINE/ledger.md
            counts [SEEDS]                         counts and their bounds against the truth of generated cases, into results/MACHINE/counts.md
            linkage [WORD...]                      link and dedupe on public sets (LEAKTRACE_DATA) and made-up ones, into results/MACHINE/linkage.md; with words, only sets so named
            lineage [SEEDS]                        edges of the resale graph found, over seeds (20) of each kind, into results/MACHINE/lineage.md
            calls [SEEDS]                          sources whose admissions calls follow, over seeds (20) of each kind, into results/MACHINE/calls.md
            """);
        return 2;
}
