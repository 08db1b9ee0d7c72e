using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>Walks one folder of a case and lists the files below it.</summary>
sealed class InputSearch(string root, InputFolder folder)
{
    // Deeper trees than this come from links that lead into each other, not from exhibits.
    const int MaxDepth = 100;

    readonly List<CaseInput> _inputs = [];
    readonly List<Problem> _problems = [];
    readonly string _prefix = folder == InputFolder.Seized ? "" : CaseFolder.NameOf(folder) + "/";

    /// <summary>Files in ordinal order of their names, and what was passed over.</summary>
    public (List<CaseInput> Inputs, List<Problem> Problems) Run()
    {
        var start = new DirectoryInfo(Path.Combine(root, CaseFolder.NameOf(folder)));
        if (start.Exists)
        {
            Walk(RealPath(start.FullName), "", [RealPath(root), RealPath(start.FullName)]);
        }

        _inputs.Sort((left, right) => string.CompareOrdinal(left.File, right.File));
        _problems.Sort((left, right) => string.CompareOrdinal(left.File, right.File));
        return (_inputs, _problems);
    }

    /// <param name="directory">Real path of the folder to list.</param>
    /// <param name="below">Its name below the folder of inputs, empty or ending in <c>/</c>.</param>
    /// <param name="entered">Real paths of the case and of the folders entered on the way.</param>
    void Walk(string directory, string below, List<string> entered)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(directory).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note(below, Severity.Error, "unreadable-folder", "The folder cannot be listed. Grant read access to it and run again.");
            return;
        }

        foreach (var entry in entries)
        {
            var name = below + entry.Name;
            if (IsDebris(entry.Name))
            {
                Note(name, Severity.Note, "skipped-file", "A lock file or folder cache of an office program or system: not read.");
            }
            else if (!Exists(entry, out var isFolder))
            {
                Note(name, Severity.Error, "broken-link", "The link leads to nothing. Put the file itself here.");
            }
            else if (!isFolder)
            {
                _inputs.Add(new CaseInput(_prefix + name, entry.FullName, folder));
            }
            else
            {
                Enter(entry.FullName, name + "/", entered);
            }
        }
    }

    void Enter(string directory, string below, List<string> entered)
    {
        var real = RealPath(directory);

        // A link to the case, to a folder above it or to one already entered would list the same files again, or without end.
        if (entered.Count > MaxDepth || entered.Exists(other => IsAtOrAbove(real, other)))
        {
            Note(below, Severity.Warning, "skipped-folder",
                "The link leads to a folder that contains it: not followed. Put the files themselves here.");
            return;
        }

        entered.Add(real);
        Walk(real, below, entered);
        entered.RemoveAt(entered.Count - 1);
    }

    void Note(string name, Severity severity, string code, string message) =>
        _problems.Add(new Problem(_prefix + name, "", 0, severity, code, message));

    static bool Exists(FileSystemInfo entry, out bool isFolder)
    {
        isFolder = entry is DirectoryInfo;
        if (entry.LinkTarget is null)
        {
            return true;
        }

        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true);
            isFolder = target is DirectoryInfo;
            return target?.Exists == true;
        }
        catch (IOException)
        {
            // Links that lead to each other in a circle.
            return false;
        }
    }

    static bool IsDebris(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith(".~lock.", StringComparison.Ordinal)
        || name.StartsWith("._", StringComparison.Ordinal)
        || name.Equals(".DS_Store", StringComparison.Ordinal)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    static bool IsAtOrAbove(string upper, string lower) =>
        lower.Equals(upper, StringComparison.Ordinal)
        || lower.StartsWith(upper.EndsWith('/') ? upper : upper + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with the links in all its parts followed.</summary>
    static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path) ?? "";
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(real, returnFinalTarget: true)?.FullName ?? real;
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
