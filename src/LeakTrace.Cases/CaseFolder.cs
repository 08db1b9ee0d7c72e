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
    }

    /// <summary>Full path of the case.</summary>
    public string Root { get; }

    /// <summary>Name of the case: that of its folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Root));

    /// <summary>Files of seized/, registry/ and access-log/ in this order, each in ordinal order of <see cref="CaseInput.File"/>.</summary>
    public IReadOnlyList<CaseInput> Inputs { get; }

    /// <summary>What was passed over, and why.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Full path of deliveries.csv; null where the case has none.</summary>
    public string? DeliveriesPath { get; }

    /// <summary>Full path of case.json; null where the case has none.</summary>
    public string? SettingsPath { get; }

    /// <summary>Full path of the case store unless the user names another (<c>--store</c>).</summary>
    public string DefaultStorePath => Path.Combine(Root, "case.db");

    /// <summary>Name in a case of a folder of inputs.</summary>
    public static string NameOf(InputFolder folder) => folder switch
    {
        InputFolder.Seized => "seized",
        InputFolder.Registry => "registry",
        _ => "access-log",
    };

    /// <summary>Lists the inputs of a case.</summary>
    /// <exception cref="InputException">The path is not a folder, or nothing lies below its seized/.</exception>
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
        foreach (var folder in (ReadOnlySpan<InputFolder>)[InputFolder.Seized, InputFolder.Registry, InputFolder.AccessLog])
        {
            var (found, passedOver) = new InputSearch(root, folder).Run();
            if (folder == InputFolder.Seized && found.Count == 0)
            {
                throw new InputException(Directory.Exists(Path.Combine(root, "seized"))
                    ? $"{path}: its folder seized/ holds no file to read. Put the seized files below {path}/seized."
                    : $"{path}: it has no folder seized/. Put the seized files below {path}/seized.");
            }

            inputs.AddRange(found);
            problems.AddRange(passedOver);
        }

        return new CaseFolder(root, inputs, problems);
    }

    string? PathIfThere(string name)
    {
        var path = Path.Combine(Root, name);
        return File.Exists(path) ? path : null;
    }
}
