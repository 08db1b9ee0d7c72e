using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace LeakTrace.Benchmarks;

/// <summary>What measured: results of different machines or commits are not to be compared unseen.</summary>
static class Machine
{
    /// <summary>Model of the processor.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>The machine in one paragraph.</summary>
    public static string Description =>
        string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Environment.ProcessorCount} logical cores, {RuntimeInformation.OSDescription}, ")
        + $"{RuntimeInformation.FrameworkDescription}; LeakTrace at commit {Commit()}.";

    /// <summary>Folder of this machine's results, made where it is missing.</summary>
    public static string ResultsFolder()
    {
        var name = new StringBuilder();
        foreach (var unit in string.Create(CultureInfo.InvariantCulture, $"{Processor} {Environment.ProcessorCount} cores").ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(unit))
            {
                name.Append(unit);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var folder = Path.Combine(ProjectFolder(), "benchmarks", "results", name.ToString().Trim('-'));
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>The folder that holds the solution.</summary>
    /// <exception cref="InvalidOperationException">The program lies outside the project.</exception>
    public static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeakTrace.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No LeakTrace.sln above " + AppContext.BaseDirectory);
    }

    static string ReadProcessor()
    {
        const string List = "/proc/cpuinfo";
        var line = File.Exists(List) ? File.ReadLines(List).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    static string Commit()
    {
        var changed = Git("status --porcelain -- src Directory.Build.props Directory.Packages.props").Length > 0;
        return Git("rev-parse --short=12 HEAD") + (changed ? " with changes" : "");
    }

    static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, WorkingDirectory = ProjectFolder() })!;
        var text = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return text;
    }
}
