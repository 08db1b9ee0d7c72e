using System.Text;
using LeakTrace.Tests.Docs;

namespace LeakTrace.Tests.Reports;

/// <summary>
/// Holds output against files that somebody has looked at. With LEAKTRACE_APPROVE=1 in the environment the files are written instead:
/// look at the difference before committing it.
/// </summary>
static class Approved
{
    public static void Check(string name, byte[] actual)
    {
        var path = ProjectFolder.PathOf("tests", "LeakTrace.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("LEAKTRACE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        var expected = File.ReadAllBytes(path);
        if (!actual.AsSpan().SequenceEqual(expected))
        {
            // The texts say where; the bytes decide.
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
            Assert.Fail($"{name} differs in bytes that decode to the same text.");
        }
    }
}
