using System.Text.Json;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>Figures of a trace, from its machine-readable report.</summary>
static class TraceReport
{
    /// <summary>Rows that carry a record, and pairs compared.</summary>
    public static (long SeizedRows, long CandidatePairs) Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var linkage = document.RootElement.GetProperty("linkage");
        return (linkage.GetProperty("seized_rows").GetInt64(), linkage.GetProperty("candidate_pairs").GetInt64());
    }
}
