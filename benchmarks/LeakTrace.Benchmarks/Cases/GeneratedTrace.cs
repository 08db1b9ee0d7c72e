using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Cases;

/// <summary>Generates a case, traces it in this process without writing anything of it, and compares it with its truth.</summary>
static class GeneratedTrace
{
    /// <summary>Runs <paramref name="write"/> in a folder that goes again, and <paramref name="judge"/> on the result and the folder of the truth.</summary>
    public static T Run<T>(Action<string> write, Func<TraceResult, string, T> judge)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "case");
            write(path);
            return judge(Trace(path), CaseTruth.DirectoryFor(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Lines of a table of the truth, cell by cell; no cell of these tables is quoted but by its name.</summary>
    public static IEnumerable<string[]> Truth(string folder, string table) =>
        File.ReadLines(Path.Combine(folder, table + ".csv")).Skip(1).Select(line => line.Split(','));

    static TraceResult Trace(string path)
    {
        var folder = CaseFolder.Open(path);
        var files = new List<InputFile>();
        foreach (var input in folder.Inputs)
        {
            files.AddRange(FileImporter.ImportAll(input.Path, input.File, input.Folder, ImportSettings.Default, CancellationToken.None));
        }

        var deliveries = folder.DeliveriesPath is { } list ? DeliveryList.Read(list).Deliveries : [];
        var traced = new TraceInput(files, deliveries, [], folder.Problems, new TraceSettings());
        return CaseTrace.Run(traced, new Silent(), 1, CancellationToken.None);
    }

    sealed class Silent : ITraceProgress
    {
        public void Stage(TraceStage stage)
        {
        }
    }
}
