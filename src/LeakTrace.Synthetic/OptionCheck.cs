using System.Reflection;

namespace LeakTrace.Synthetic;

/// <summary>Checks options that every kind of case has.</summary>
static class OptionCheck
{
    /// <exception cref="ArgumentException">A share is outside 0 to 1.</exception>
    public static void Shares<TOptions>(TOptions options)
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
}
