using LeakTrace.Engine.Records;

namespace LeakTrace.App.Linking;

/// <summary>Holds the paths of a call against one another before anything is read: inputs are never written to.</summary>
static class LinkPaths
{
    /// <summary>Refuses a call that would overwrite what it reads, write two things to one file, or link a table with itself.</summary>
    /// <exception cref="InputException">It would.</exception>
    public static void Check(string left, string? right, LinkCall call)
    {
        if (right is not null && IsSame(left, right))
        {
            throw new InputException($"{right}: both tables are this file, so that every record would match itself. "
                + "Name two tables, or find the duplicates of one with 'leaktrace dedupe'.");
        }

        foreach (var (option, written) in new[] { ("--out", call.Out), ("--report", call.Report) })
        {
            foreach (var read in new[] { left, right, call.Profile })
            {
                if (written is not null && read is not null && IsSame(written, read))
                {
                    throw new InputException($"{written}: {option} names a file that is read, and inputs are never written to. Name another file.");
                }
            }
        }

        if (call.Out is not null && call.Report is not null && IsSame(call.Out, call.Report))
        {
            throw new InputException($"{call.Out}: --out and --report name the same file. Name two.");
        }
    }

    static bool IsSame(string path, string other) => string.Equals(Whole(path), Whole(other), StringComparison.Ordinal);

    static string Whole(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);
}
