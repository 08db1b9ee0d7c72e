using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking;

/// <summary>A field on which records are compared.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Type">What it holds: decides its normal form and its comparison levels.</param>
/// <param name="Left">Column of the left table.</param>
/// <param name="Right">Column of the right table; the same as <paramref name="Left"/> within one table.</param>
public sealed record LinkField(string Name, FieldType Type, int Left, int Right);
