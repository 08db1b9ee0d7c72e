namespace LeakTrace.Tests.Normalisation;

/// <summary>
/// A test against public lists that are not part of the repository; skipped, visibly, where LEAKTRACE_DATA does not name
/// their folder.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "Set LEAKTRACE_DATA to the folder of public data (with zh/ in it) to run this test.";
        }
    }

    /// <summary>Folder of public data, null where it is not given.</summary>
    public static string? Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("LEAKTRACE_DATA");
            return string.IsNullOrEmpty(folder) ? null : folder;
        }
    }

    /// <summary>Lines of a file below the folder.</summary>
    public static IEnumerable<string> Lines(string path) => File.ReadLines(Path.Combine(Folder!, path));
}
