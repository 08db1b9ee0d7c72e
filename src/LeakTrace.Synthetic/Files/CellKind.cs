namespace LeakTrace.Synthetic.Files;

/// <summary>How a cell is stored.</summary>
enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
}
