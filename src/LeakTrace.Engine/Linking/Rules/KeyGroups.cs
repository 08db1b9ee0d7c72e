using System.Numerics;
using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// The keys of a field as groups of the values that share one. Keys that no pair of records shares are left out: of keys that tolerate errors, most are
/// such. Costs are exact, from how many records have each value.
/// </summary>
sealed class KeyGroups
{
    readonly int[] _starts;
    readonly int[] _groups;

    /// <summary>Groups the keys of a field's values.</summary>
    public KeyGroups(FieldDomain domain, ValueKeys keys, bool isOneTable)
    {
        Keys = keys;
        var numbers = Number(keys.Keys, out var count);
        var left = new int[count];
        var right = isOneTable ? left : new int[count];
        for (var v = 0; v < domain.Texts.Length; v++)
        {
            for (var k = keys.Starts[v]; k < keys.Starts[v + 1]; k++)
            {
                left[numbers[k]] += domain.LeftCounts[v];
                right[numbers[k]] += isOneTable ? 0 : domain.RightCounts[v];
            }
        }

        var kept = new int[count];
        for (var g = 0; g < count; g++)
        {
            kept[g] = isOneTable ? (left[g] > 1 ? Count++ : -1) : left[g] > 0 && right[g] > 0 ? Count++ : -1;
            Cost += isOneTable ? left[g] * (left[g] - 1.0) / 2 : (double)left[g] * right[g];
        }

        _starts = new int[keys.Starts.Length];
        _groups = new int[keys.Keys.Length];
        var written = 0;
        for (var v = 0; v < domain.Texts.Length; v++)
        {
            for (var k = keys.Starts[v]; k < keys.Starts[v + 1]; k++)
            {
                if (kept[numbers[k]] >= 0)
                {
                    _groups[written++] = kept[numbers[k]];
                }
            }

            _starts[v + 1] = written;
        }
    }

    /// <summary>The keys.</summary>
    public ValueKeys Keys { get; }

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>Pairs of records that share a key, one that shares two counted twice.</summary>
    public double Cost { get; }

    /// <summary>Groups of a value.</summary>
    public ReadOnlySpan<int> Of(int value) => _groups.AsSpan(_starts[value], _starts[value + 1] - _starts[value]);

    /// <summary>Numbers keys in the order in which they come first.</summary>
    static int[] Number(ulong[] keys, out int count)
    {
        var numbers = new int[keys.Length];
        var mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * keys.Length)) - 1;
        var slots = new int[mask + 1];
        var firsts = new int[keys.Length];
        count = 0;
        for (var k = 0; k < keys.Length; k++)
        {
            var slot = (int)((keys[k] * 0x9E3779B97F4A7C15) >> 32) & mask;
            while (slots[slot] != 0 && keys[firsts[slots[slot] - 1]] != keys[k])
            {
                slot = (slot + 1) & mask;
            }

            if (slots[slot] == 0)
            {
                firsts[count] = k;
                slots[slot] = ++count;
            }

            numbers[k] = slots[slot] - 1;
        }

        return numbers;
    }
}
