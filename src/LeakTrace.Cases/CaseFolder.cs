using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>A case on disk: which files are to be read, and where its settings and deliveries stand. Nothing in it is written to.</summary>
public sealed class CaseFolder
{
    CaseFolder(string root, IReadOnlyList<CaseInput> inputs, IReadOnlyList<Problem> problems)
    {
        Root = root;
        Inputs = inputs;
        Problems = problems;
        DeliveriesPath = PathIfThere("deliveries.csv");
        SettingsPath = PathIfThere("case.json");
        ChatsPath = Directory.Exists(Path.Combine(root, "chats")) ? Path.Combine(root, "chats") : null;
        Payments = FindPayments();
    }

    /// <summary>Full path of the case.</summary>
    public string Root { get; }

    /// <summary>Name of the case: that of its folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Root));

    /// <summary>Files of seized/, registry/, access-log/ and calls/ in this order, each in ordinal order of <see cref="CaseInput.File"/>.</summary>
    public IReadOnlyList<CaseInput> Inputs { get; }

    /// <summary>What was passed over, and why.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Full path of deliveries.csv; null where the case has none.</summary>
    public string? DeliveriesPath { get; }

    /// <summary>Full path of the folder of exported chats; null where the case has none.</summary>
    public string? ChatsPath { get; }

    /// <summary>
    /// Lists of payments: payments.csv and other payments* files of the case, and all files of its folder payments/ (an account book, a bank's
    /// list); each by its name in the case and its full path, in ordinal order.
    /// </summary>
    public IReadOnlyList<(string Name, string Path)> Payments { get; }

    /// <summary>Full path of case.json; null where the case has none.</summary>
    public string? SettingsPath { get; }

    /// <summary>Full path of the case store unless the user names another (<c>--store</c>).</summary>
    public string DefaultStorePath => Path.Combine(Root, "case.db");

    /// <summary>Name in a case of a folder of inputs.</summary>
    public static string NameOf(InputFolder folder) => folder switch
    {
        InputFolder.Seized => "seized",
        InputFolder.Registry => "registry",
        InputFolder.Calls => "calls",
        _ => "access-log",
    };

    /// <summary>Lists the inputs of a case.</summary>
    /// <exception cref="InputException">The path is not a folder, or nothing lies below its seized/ or calls/.</exception>
    public static CaseFolder Open(string path)
    {
        if (File.Exists(path))
        {
            throw new InputException($"{path}: this is a file. Give the folder of the case, the one that holds seized/.");
        }

        if (!Directory.Exists(path))
        {
            throw new InputException($"{path}: there is no such folder. Give the folder of the case, the one that holds seized/.");
        }

        var root = Path.GetFullPath(path);
        var inputs = new List<CaseInput>();
        var problems = new List<Problem>();
        foreach (var folder in (ReadOnlySpan<InputFolder>)[InputFolder.Seized, InputFolder.Registry, InputFolder.AccessLog, InputFolder.Calls])
        {
            var (found, passedOver) = new InputSearch(root, folder).Run();
            inputs.AddRange(found);
            problems.AddRange(passedOver);
        }

        // Seized phones may have given up nothing but call records.
        if (!inputs.Exists(input => input.Folder is InputFolder.Seized or InputFolder.Calls))
        {
            throw new InputException(Directory.Exists(Path.Combine(root, "seized"))
                ? $"{path}: its folder seized/ holds no file to read. Put the seized files below {path}/seized, or call records below {path}/calls."
                : $"{path}: it has no folder seized/. Put the seized files below {path}/seized, or call records below {path}/calls.");
        }

        return new CaseFolder(root, inputs, problems);
    }

    List<(string Name, string Path)> FindPayments()
    {
        var found = new List<(string Name, string Path)>();
        foreach (var path in Directory.EnumerateFiles(Root, "payments*"))
        {
            found.Add((Path.GetFileName(path), path));
        }

        var folder = Path.Combine(Root, "payments");
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            var name = Path.GetFileName(path);
            if (!name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal))
            {
                found.Add(("payments/" + name, path));
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return found;
    }

    string? PathIfThere(string name)
    {
        var path = Path.Combine(Root, name);
        return File.Exists(path) ? path : null;
    }
}
