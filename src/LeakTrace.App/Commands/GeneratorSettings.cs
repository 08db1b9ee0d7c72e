using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LeakTrace.Engine.Records;

namespace LeakTrace.App.Commands;

/// <summary>Settings of a generator by name, as kebab-case.</summary>
static class GeneratorSettings
{
    /// <summary>All settings with their defaults, for the help text.</summary>
    public static string List<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(TOptions defaults) =>
        "Settings: " + string.Join(", ", Settings<TOptions>().Select(
            p => $"{NameOf(p)}={Convert.ToString(p.GetValue(defaults), CultureInfo.InvariantCulture)?.ToLowerInvariant()}")) + ".";

    /// <summary>Options with settings changed.</summary>
    /// <exception cref="InputException">An unknown name or a value that does not fit.</exception>
    public static TOptions Apply<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(TOptions options, IReadOnlyList<string> settings)
        where TOptions : class
    {
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            var property = Settings<TOptions>().FirstOrDefault(p => NameOf(p) == parts[0])
                ?? throw new InputException($"--set {parts[0]}: there is no such setting. Known: {string.Join(", ", Settings<TOptions>().Select(NameOf))}.");
            try
            {
                property.SetValue(options, Convert.ChangeType(parts.Length == 2 ? parts[1] : "", property.PropertyType, CultureInfo.InvariantCulture));
            }
            catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
            {
                throw new InputException($"--set {parts[0]} takes a value of type {property.PropertyType.Name.ToLowerInvariant()}, such as {property.GetValue(options)}.");
            }
        }

        return options;
    }

    static IEnumerable<PropertyInfo> Settings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>() =>
        typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && (p.PropertyType == typeof(double) || p.PropertyType == typeof(int) || p.PropertyType == typeof(bool) || p.PropertyType == typeof(decimal)))
            .Where(p => p.Name is not ("SeizedRows" or "RegistryRecords" or "Calls"));

    static string NameOf(PropertyInfo property) => JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
}
