namespace LeakTrace.Synthetic.Seized;

/// <summary>A sheet; <see cref="Shown"/> has a true for every field with a column.</summary>
sealed record SeizedSheet(string Name, bool[] Shown, IReadOnlyList<SeizedRow> Rows);
