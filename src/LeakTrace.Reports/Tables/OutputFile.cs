using LeakTrace.Engine.Records;

namespace LeakTrace.Reports.Tables;

/// <summary>Writes a file of the report whole or not at all.</summary>
static class OutputFile
{
    /// <exception cref="InputException">The folder cannot be made or written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written. Close it where it is open, make room, or write elsewhere with --out DIR.", e);
        }
    }
}
