using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>One column named by the user in case.json.</summary>
/// <param name="Files">Pattern of file names as in the tables, with <c>*</c> and <c>?</c>; empty means every file.</param>
/// <param name="Column">Header text, or the 0-based index in digits.</param>
/// <param name="Role">What the column holds; <see cref="FieldRole.None"/> leaves it out.</param>
public sealed record ColumnOverride(string Files, string Column, FieldRole Role);
