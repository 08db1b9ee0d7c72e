using LeakTrace.Synthetic;

namespace LeakTrace.Tests.Synthetic;

/// <summary>Generates a small case of each kind once, in a folder that goes with it.</summary>
public sealed class GeneratedCases : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-synthetic-").FullName;

    public GeneratedCases()
    {
        MaternityCase.Write(Maternity, MaternityOptions);
        CourierCase.Write(Courier, CourierOptions);
    }

    public static MaternityOptions MaternityOptions { get; } =
        new() { Seed = 7, SeizedRows = 3000, RegistryRecords = 12000, Months = 18 };

    public static CourierOptions CourierOptions { get; } =
        new() { Seed = 7, SeizedRows = 3000, RegistryRecords = 12000 };

    public string Maternity => Path.Combine(_root, "maternity");

    public string Courier => Path.Combine(_root, "courier");

    public string Folder(string kind) => Path.Combine(_root, kind);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
