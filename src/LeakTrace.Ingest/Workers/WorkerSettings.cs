namespace LeakTrace.Ingest.Workers;

/// <summary>How files are parsed in processes of their own.</summary>
/// <param name="Program">Path of the program to start.</param>
/// <param name="Arguments">Its arguments, after which it speaks with us through its standard input and output.</param>
public sealed record WorkerSettings(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Most processes side by side, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Memory of a process in megabytes.</summary>
    public int MemoryMegabytes { get; init; } = 512;

    /// <summary>How long a file may keep a processor busy, and how long its process may say nothing.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Folder of the .NET runtime that the program needs; empty where it finds its own.</summary>
    public string RuntimeFolder { get; init; } = "";
}
