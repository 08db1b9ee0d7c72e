using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>The counting rule of a case.</summary>
public static class CasePolicy
{
    /// <summary>The policy that the call names, else that of case.json (from the folder of the case), else the built-in one.</summary>
    /// <exception cref="InputException">The file cannot be read or is wrong; all that is wrong is named at once.</exception>
    public static CountingPolicy Of(CaseFolder folder, CaseSettings settings, string? path)
    {
        path ??= settings.Policy is null ? null : Path.Combine(folder.Root, settings.Policy);
        if (path is null)
        {
            return CountingPolicy.Default;
        }

        try
        {
            return CountingPolicy.Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: this policy cannot be read. Name a file that can, or leave it out for the built-in rule.", e);
        }
    }
}
