namespace LeakTrace.Tests.Docs;

/// <summary>The folder of the project: the one above the tests that holds its solution.</summary>
static class ProjectFolder
{
    /// <summary>Full path.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of something in the project.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeakTrace.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project: no LeakTrace.sln above " + AppContext.BaseDirectory);
    }
}
