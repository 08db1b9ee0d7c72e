using System.Runtime.InteropServices;
using LeakTrace.App.Commands;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.App;

/// <summary>Finds the program that worker processes run: this one, however it was started (leaktrace, dotnet leaktrace.dll, a test).</summary>
static class ReadWorkerProgram
{
    /// <summary>Settings that start this program again.</summary>
    public static WorkerSettings Settings()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "leaktrace.dll");
        if (!File.Exists(library))
        {
            return new WorkerSettings(Environment.ProcessPath ?? "leaktrace", [ReadWorkerCommand.Name]);
        }

        var folder = RuntimeFolder();
        var program = Path.ChangeExtension(library, OperatingSystem.IsWindows() ? ".exe" : null);
        if (File.Exists(program))
        {
            return new WorkerSettings(program, [ReadWorkerCommand.Name]) { RuntimeFolder = folder };
        }

        var host = Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new WorkerSettings(File.Exists(host) ? host : "dotnet", [library, ReadWorkerCommand.Name]) { RuntimeFolder = folder };
    }

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ → …/dotnet
    static string RuntimeFolder()
    {
        var folder = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        return Path.GetFullPath(Path.Combine(folder, "..", "..", ".."));
    }
}
