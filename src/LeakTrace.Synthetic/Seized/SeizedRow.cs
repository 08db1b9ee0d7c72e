using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>A physical row with what it truly is.</summary>
sealed record SeizedRow(RowKind Kind, Entry? Entry, IReadOnlyList<Cell> Cells);
