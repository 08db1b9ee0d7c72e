using System.Diagnostics;

namespace LeakTrace.Tests.Reports.Workbooks;

/// <summary>LibreOffice as another program that opens what is written.</summary>
static class Office
{
    const int PatienceMilliseconds = 240_000;

    /// <summary>Path of the program; null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    // Values that stand beside formulas are believed unless it is told otherwise.
    const string Calculate =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <summary>Converts a file into a folder, with a profile of its own below it.</summary>
    /// <param name="path">File to convert.</param>
    /// <param name="format">What to, with the options of its filter.</param>
    /// <param name="folder">Folder for the result.</param>
    /// <param name="calculate">Whether formulas are calculated anew instead of taken with the values that stand beside them.</param>
    public static void Convert(string path, string format, string folder, bool calculate = false)
    {
        if (calculate)
        {
            Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
            File.WriteAllText(Path.Combine(folder, "profile", "user", "registrymodifications.xcu"), Calculate);
        }

        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        using var process = Process.Start(new ProcessStartInfo(
            Program!, [$"-env:UserInstallation={profile}", "--headless", "--convert-to", format, "--outdir", folder, path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(PatienceMilliseconds))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice did not end.");
        }

        Assert.True(process.ExitCode == 0, said.Result + errors.Result);
    }
}
