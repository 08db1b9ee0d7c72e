namespace LeakTrace.Ingest.Workbooks;

/// <summary>Finds LibreOffice.</summary>
static class OfficeProgram
{
    /// <summary>Variable that names the program where it is not on the path.</summary>
    public const string Variable = "LEAKTRACE_SOFFICE";

    static readonly string[] _usual =
    [
        "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe",
    ];

    /// <summary>Path of the program; null where it is not installed.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => (string[])[Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe")])
            .Concat(_usual).FirstOrDefault(File.Exists);
    }
}
