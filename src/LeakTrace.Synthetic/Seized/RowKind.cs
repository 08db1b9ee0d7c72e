namespace LeakTrace.Synthetic.Seized;

/// <summary>What a physical row of a seized sheet is.</summary>
enum RowKind : byte
{
    Entry,
    Layout,
    Blank,
}
