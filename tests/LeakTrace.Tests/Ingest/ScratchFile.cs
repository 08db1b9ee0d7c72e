using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

/// <summary>A file that lives as long as a test.</summary>
sealed class ScratchFile : IDisposable
{
    public ScratchFile(byte[] content)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllBytes(Path, content);
    }

    public ScratchFile(string content)
        : this(Encoding.UTF8.GetBytes(content))
    {
    }

    public string Path { get; }

    public InputFile Import(InputFolder folder = InputFolder.Seized, ImportSettings? settings = null, string name = "a.csv") =>
        FileImporter.Import(Path, name, folder, settings ?? ImportSettings.Default);

    public void Dispose() => File.Delete(Path);
}
