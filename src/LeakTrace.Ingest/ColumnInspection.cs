using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one column.</summary>
/// <param name="Column">Position, header, role and confidence.</param>
/// <param name="Samples">First values with personal data masked.</param>
public sealed record ColumnInspection(SheetColumn Column, IReadOnlyList<string> Samples);
