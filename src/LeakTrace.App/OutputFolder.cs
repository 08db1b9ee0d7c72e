using LeakTrace.Engine.Records;

namespace LeakTrace.App;

/// <summary>The folder that tables and reports go to.</summary>
static class OutputFolder
{
    /// <summary>Makes the folder and tries it, before hours of work are spent for a disk that takes nothing.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Prepare(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var probe = Path.Combine(directory, ".leaktrace-probe");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{directory}: this folder cannot be written. Name another one with --out DIR.");
        }
    }
}
