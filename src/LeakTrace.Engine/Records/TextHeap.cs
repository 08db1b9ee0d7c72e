namespace LeakTrace.Engine.Records;

/// <summary>Texts of many records in one array; record i is <c>Characters[Offsets[i]..Offsets[i + 1]]</c>.</summary>
public sealed class TextHeap
{
    /// <summary>Creates a heap over its arrays, which it keeps.</summary>
    public TextHeap(char[] characters, int[] offsets)
    {
        Characters = characters;
        Offsets = offsets;
    }

    /// <summary>All texts, one after another.</summary>
    public char[] Characters { get; }

    /// <summary>Start of each text, and one more: the end of the last.</summary>
    public int[] Offsets { get; }

    /// <summary>Fetches where a record's text stands.</summary>
    internal void FetchPlace(int record) => Ahead.Fetch(Offsets, record);

    /// <summary>Fetches a record's text, as long as one line of the cache.</summary>
    internal void FetchText(int record) => Ahead.Fetch(Characters, Offsets[record]);

    /// <summary>Text of one record; empty where it has none.</summary>
    public ReadOnlySpan<char> this[int record] => Characters.AsSpan(Offsets[record], Offsets[record + 1] - Offsets[record]);
}
