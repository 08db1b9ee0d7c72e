using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace LeakTrace.Synthetic;

/// <summary>Checks what every kind of case asks of its options and its folder.</summary>
static class OptionCheck
{
    /// <exception cref="ArgumentException">A share is outside 0 to 1.</exception>
    public static void Shares<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(TOptions options)
    {
        foreach (var property in typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name.EndsWith("Share", StringComparison.Ordinal) &&
                property.GetValue(options) is double share && share is not (>= 0 and <= 1))
            {
                var found = share.ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"{property.Name} must lie between 0 and 1. Found: {found}.", nameof(options));
            }
        }
    }

    /// <exception cref="ArgumentException">Files of another case would be mixed with the new ones.</exception>
    public static void IsFree(string directory)
    {
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new ArgumentException($"{directory} is not empty. Name a new folder.", nameof(directory));
        }
    }
}
