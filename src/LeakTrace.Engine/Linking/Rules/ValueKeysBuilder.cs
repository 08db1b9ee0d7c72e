using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Collects the blocking keys of a field, value by value.</summary>
sealed class ValueKeysBuilder
{
    readonly int[] _starts;
    readonly List<ulong> _keys = [];
    int _value;

    /// <summary>Creates a builder for a number of values, the empty one included.</summary>
    public ValueKeysBuilder(int values) => _starts = new int[values + 1];

    /// <summary>Adds a key of the current value.</summary>
    public void Add(ulong key) => _keys.Add(key == 0 ? 1 : key);

    /// <summary>Adds the key of a text.</summary>
    public void Add(ReadOnlySpan<char> text) => Add(Hash64.Of(text));

    /// <summary>Goes on to the next value; call it once for the empty one too.</summary>
    public void Next() => _starts[++_value] = _keys.Count;

    /// <summary>The keys.</summary>
    public ValueKeys Build(int field, string name) => new(field, name, _starts, [.. _keys]);
}
