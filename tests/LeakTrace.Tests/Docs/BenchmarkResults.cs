using System.Text;

namespace LeakTrace.Tests.Docs;

/// <summary>The README's results: the tables below benchmarks/results, by machine.</summary>
static class BenchmarkResults
{
    /// <summary>Every committed result with the machine it comes from.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        var folder = ProjectFolder.PathOf("benchmarks", "results");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories) : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            text.Append("\n**").Append(lines[0].TrimStart('#', ' ')).Append(".** ").AppendJoin('\n', lines.Skip(2)).Append('\n');
        }

        return text.Length == 0 ? "No results are committed yet.\n" : text.Append('\n').ToString();
    }
}
