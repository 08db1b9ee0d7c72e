namespace LeakTrace.Engine.Linking.Fields;

/// <summary>The distinct normal forms of a field, and how two of them compare.</summary>
interface IFieldValues
{
    /// <summary>Names of the levels from 1 (different) on, below equality.</summary>
    IReadOnlyList<string> Levels { get; }

    /// <summary>Level of two present values, from 1 to the number of levels; 0 where nothing can be said.</summary>
    int Between(int left, int right);

    /// <summary>Levels of many pairs of present values.</summary>
    /// <remarks>A loop in each class: what is called in it is known when it is compiled, and one pair's loads do not wait for another's.</remarks>
    void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels);

    /// <summary>Whether a value has unknown positions, so that it is not equal even to itself.</summary>
    bool IsOpen(int value);
}
