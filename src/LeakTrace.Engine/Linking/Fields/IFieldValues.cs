namespace LeakTrace.Engine.Linking.Fields;

/// <summary>The distinct normal forms of a field, and how two of them compare.</summary>
interface IFieldValues
{
    /// <summary>Names of the levels from 1 (different) on, below equality.</summary>
    IReadOnlyList<string> Levels { get; }

    /// <summary>Level of two present values, from 1 to the number of levels; 0 where nothing can be said.</summary>
    int Between(int left, int right);

    /// <summary>Whether a value has unknown positions, so that it is not equal even to itself.</summary>
    bool IsOpen(int value);
}
