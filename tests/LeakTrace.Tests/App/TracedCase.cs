using LeakTrace.App;
using LeakTrace.Synthetic;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>A case made and traced through the command line.</summary>
public sealed class TracedCase : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-app-").FullName;

    TracedCase(string kind, int seed, int rows, int records)
    {
        Kind = kind;
        Folder = Path.Combine(_root, "case");
        Made = Run("generate", kind, Folder, "--seed", $"{seed}", "--rows", $"{rows}", "--registry", $"{records}");
        Traced = Trace(Folder, "out", "--threads", "1");
    }

    public static TracedCase Maternity() => new("maternity", 5, 1200, 6000);

    public static TracedCase Courier() => new("courier", 6, 1200, 6000);

    public string Kind { get; }

    public string Folder { get; }

    public string Out => this["out"];

    public (int Code, string Output, string Errors) Made { get; }

    public (int Code, string Output, string Errors) Traced { get; }

    /// <summary>A path beside the case.</summary>
    public string this[string name] => Path.Combine(_root, name);

    public static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using StringWriter output = new(), errors = new();
        var code = CommandLine.RunAsync(args, output, errors).GetAwaiter().GetResult();
        return (code, output.ToString(), errors.ToString());
    }

    public (int Code, string Output, string Errors) Trace(string folder, string name, params string[] options) =>
        Run(["trace", folder, "--out", this[name], .. options]);

    public List<Dictionary<string, string>> Table(string name) => CaseReading.Table(Path.Combine(Out, "tables", name + ".csv"));

    public List<Dictionary<string, string>> Truth(string name) =>
        CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(Folder), name + ".csv"));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
