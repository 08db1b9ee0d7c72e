using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>A conjunction of keys: two records are candidates where they share all of them.</summary>
sealed class LinkRule
{
    readonly ValueKeys[] _keys;
    readonly int[][] _left;
    readonly int[][] _right;

    /// <summary>Creates a rule of one key or more.</summary>
    public LinkRule(FieldDomain[] fields, params ValueKeys[] keys)
    {
        _keys = keys;
        _left = Array.ConvertAll(keys, key => fields[key.Field].Left);
        _right = Array.ConvertAll(keys, key => fields[key.Field].Right);
        Name = string.Join(" + ", Array.ConvertAll(keys, key => $"{fields[key.Field].Field.Name}: {key.Name}"));
    }

    /// <summary>Fields and keys in words.</summary>
    public string Name { get; }

    /// <summary>The keys.</summary>
    public ReadOnlySpan<ValueKeys> Keys => _keys;

    /// <summary>Keys of a left record, written over <paramref name="into"/>.</summary>
    public void OfLeft(int record, List<ulong> into) => Combine(_left, record, into);

    /// <summary>Keys of a right record, written over <paramref name="into"/>.</summary>
    public void OfRight(int record, List<ulong> into) => Combine(_right, record, into);

    void Combine(int[][] sides, int record, List<ulong> into)
    {
        into.Clear();
        foreach (var key in _keys[0].Of(sides[0][record]))
        {
            into.Add(key);
        }

        for (var k = 1; k < _keys.Length; k++)
        {
            var further = _keys[k].Of(sides[k][record]);
            var count = into.Count;
            for (var i = 0; i < count; i++)
            {
                foreach (var key in further)
                {
                    into.Add(Hash64.Mix(into[i] ^ 0x9E3779B97F4A7C15, key + 0xD1B54A32D192ED03 * (ulong)k));
                }
            }

            into.RemoveRange(0, count);
        }
    }
}
