namespace LeakTrace.Engine.Linking;

/// <summary>A column of a table as its file has it, each distinct cell kept once.</summary>
/// <param name="Name">Header of the column.</param>
/// <param name="Values">Distinct cells, trimmed; the first is the empty one.</param>
/// <param name="Codes">Place in <paramref name="Values"/> of every record's cell.</param>
public sealed record TextColumn(string Name, IReadOnlyList<string> Values, int[] Codes)
{
    /// <summary>Cell of a record.</summary>
    public string this[int record] => Values[Codes[record]];
}
