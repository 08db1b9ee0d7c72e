using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports;

/// <summary>Writes what linking found: pairs of two tables, or clusters of one, as CSV like all tables.</summary>
public static class LinkTables
{
    const int ByteOrderMark = 3;

    /// <summary>Writes left, right, probability, weight, class.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="left">Name of a left record.</param>
    /// <param name="right">Name of a right record.</param>
    /// <param name="path">File to write; null writes to <paramref name="output"/>, without byte order mark.</param>
    /// <param name="output">Stream for a null path.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WritePairs(LinkResult result, Func<int, string> left, Func<int, string> right, string? path, Stream output) => Write(
        new Table<LinkedPair>(
            "links",
            ("left", pair => Cell.Of(left(pair.Left))),
            ("right", pair => Cell.Of(right(pair.Right))),
            ("probability", pair => Cell.Rounded(pair.Probability)),
            ("weight", pair => Cell.Exact(pair.WeightBits)),
            ("class", pair => Cell.Of(TraceTables.NameOf(pair.Class)))),
        result.Pairs, path, output);

    /// <summary>Writes record, cluster, probability for every record; clusters are called by the number of their first record.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="name">Name of a record.</param>
    /// <param name="path">File to write; null writes to <paramref name="output"/>, without byte order mark.</param>
    /// <param name="output">Stream for a null path.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteClusters(LinkResult result, Func<int, string> name, string? path, Stream output) => Write(
        new Table<int>(
            "clusters",
            ("record", record => Cell.Of(name(record))),
            ("cluster", record => Cell.Of(result.Clusters[record] + 1)),
            ("probability", record => Cell.Rounded(result.JoinedBy[record]))),
        Records(result.Clusters.Length), path, output);

    static int[] Records(int count)
    {
        var records = new int[count];
        for (var record = 0; record < count; record++)
        {
            records[record] = record;
        }

        return records;
    }

    static void Write<T>(Table<T> table, IReadOnlyList<T> lines, string? path, Stream output)
    {
        if (path is not null)
        {
            OutputFile.Write(path, stream => TableWriter.Write(table, lines, stream));
            return;
        }

        using var whole = new MemoryStream();
        TableWriter.Write(table, lines, whole);
        output.Write(whole.GetBuffer().AsSpan(ByteOrderMark, (int)whole.Length - ByteOrderMark));
        output.Flush();
    }
}
