using System.Text.Json;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Docs;

/// <summary>The README's list of roles of columns.</summary>
static class FieldRoleNames
{
    /// <summary>All roles as case.json names them, on one line.</summary>
    public static string Write() =>
        string.Join(", ", Enum.GetNames<FieldRole>().Select(name => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}`")) + ".\n";
}
