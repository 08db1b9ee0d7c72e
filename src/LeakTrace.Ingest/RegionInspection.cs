using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>What the engine makes of one table of a sheet.</summary>
/// <param name="Region">Where it stands.</param>
/// <param name="Columns">Its columns.</param>
public sealed record RegionInspection(SheetRegion Region, IReadOnlyList<ColumnInspection> Columns);
