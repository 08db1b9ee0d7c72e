using System.Numerics;
using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Groups;

/// <summary>Match weights of pairs of records, each computed once: clusters that grow ask for the same pairs again and again.</summary>
sealed class PairWeights
{
    readonly Func<int, int, double> _between;
    ulong[] _keys;
    float[] _weights;
    int _count;

    /// <summary>Creates the weights, those of the links known from their patterns.</summary>
    /// <param name="pairs">Pairs compared.</param>
    /// <param name="links">Those that are links.</param>
    /// <param name="known">Weight of a pair compared.</param>
    /// <param name="between">Weight of any two records, the smaller first, prior included.</param>
    public PairWeights(ComparedPairs pairs, int[] links, Func<int, double> known, Func<int, int, double> between)
    {
        _between = between;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, 4 * links.Length));
        _keys = new ulong[size];
        _weights = new float[size];
        foreach (var i in links)
        {
            var key = KeyOf(pairs.Left[i], pairs.Right[i]);
            Add(SlotOf(key), key, (float)known(i));
        }
    }

    /// <summary>Weight of two records, the smaller first.</summary>
    public float Between(int low, int high)
    {
        var key = KeyOf(low, high);
        var slot = SlotOf(key);
        if (_keys[slot] == key)
        {
            return _weights[slot];
        }

        if (2 * _count > _keys.Length)
        {
            Grow();
            slot = SlotOf(key);
        }

        return Add(slot, key, (float)_between(low, high));
    }

    float Add(int slot, ulong key, float weight)
    {
        _count++;
        _keys[slot] = key;
        return _weights[slot] = weight;
    }

    // No record is paired with itself, so that no key is zero.
    static ulong KeyOf(int low, int high) => ((ulong)high << 32) | (uint)low;

    int SlotOf(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & (_keys.Length - 1);
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }

    void Grow()
    {
        var (keys, weights) = (_keys, _weights);
        _keys = new ulong[2 * keys.Length];
        _weights = new float[_keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var slot = SlotOf(keys[i]);
                (_keys[slot], _weights[slot]) = (keys[i], weights[i]);
            }
        }
    }
}
