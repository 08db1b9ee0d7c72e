using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.App;

/// <summary>Version of the program, and of what reading depends on.</summary>
static class AppVersion
{
    /// <summary>Version as printed.</summary>
    public static string Text { get; } = typeof(AppVersion).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>
    /// Changes with every change of the readers and normal forms: the identity that a deterministic build gives their assemblies.
    /// What another build has read is read again.
    /// </summary>
    public static string Importer { get; } =
        typeof(FileImporter).Module.ModuleVersionId.ToString("N") + typeof(RecordTable).Module.ModuleVersionId.ToString("N");
}
