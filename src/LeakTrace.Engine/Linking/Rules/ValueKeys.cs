namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Blocking keys of the values of a field: none, one or several for each.</summary>
/// <param name="Field">Place of the field.</param>
/// <param name="Name">What the key is.</param>
/// <param name="Starts">Where the keys of each value start, and one more.</param>
/// <param name="Keys">The keys.</param>
sealed record ValueKeys(int Field, string Name, int[] Starts, ulong[] Keys)
{
    /// <summary>Keys of a value.</summary>
    public ReadOnlySpan<ulong> Of(int value) => Keys.AsSpan(Starts[value], Starts[value + 1] - Starts[value]);
}
