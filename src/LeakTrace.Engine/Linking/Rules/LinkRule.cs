using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>A key of one field, or keys of two: records are candidates where they share all of them.</summary>
/// <param name="First">Groups of the first key.</param>
/// <param name="Second">Groups of the second key; null where there is one.</param>
sealed record LinkRule(KeyGroups First, KeyGroups? Second)
{
    /// <summary>Fields of the keys, a bit each.</summary>
    public uint Fields => (1u << First.Keys.Field) | (Second is null ? 0 : 1u << Second.Keys.Field);

    /// <summary>Fields and keys in words.</summary>
    public string NameIn(FieldDomain[] fields) => Second is null ? NameOf(First, fields) : $"{NameOf(First, fields)} + {NameOf(Second, fields)}";

    static string NameOf(KeyGroups groups, FieldDomain[] fields) => $"{fields[groups.Keys.Field].Field.Name}: {groups.Keys.Name}";
}
