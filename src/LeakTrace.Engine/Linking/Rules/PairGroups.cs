using System.Numerics;
using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// Numbers of pairs of groups: what two keys joined are as a key. Of all pairs that records have, few are shared; a table of two bits for each hash
/// tells most of the others, so that they are never numbered.
/// </summary>
sealed class PairGroups
{
    const byte Once = 1;
    const byte Shares = 3;

    readonly byte[] _seen;
    readonly ulong _firstCount;
    ulong[] _keys = new ulong[1024];
    int[] _numbers = new int[1024];

    PairGroups(int firstCount, long pairs)
    {
        _firstCount = (ulong)firstCount;
        _seen = new byte[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1024, 2 * pairs)) / 4];
    }

    /// <summary>Number of pairs numbered.</summary>
    public int Count { get; private set; }

    /// <summary>Pairs that records of both sides have, or two records of one table.</summary>
    public static PairGroups Shared(KeyGroups first, KeyGroups second, FieldDomain[] fields, bool isOneTable)
    {
        FieldDomain a = fields[first.Keys.Field], b = fields[second.Keys.Field];
        long pairs = 0;
        for (var r = 0; r < a.Left.Length; r++)
        {
            pairs += (long)first.Of(a.Left[r]).Length * second.Of(b.Left[r]).Length;
        }

        var groups = new PairGroups(first.Count, pairs);
        groups.See(first, second, a.Left, b.Left, isOneTable);
        if (!isOneTable)
        {
            groups.SeeAgain(first, second, a.Right, b.Right);
        }

        return groups;
    }

    /// <summary>Number of a pair of groups; -1 where no two records share it.</summary>
    public int Of(int first, int second)
    {
        var key = KeyOf(first, second);
        var hash = HashOf(key);
        if ((SeenOf(hash, out var shift) >> shift & Shares) != Shares)
        {
            return -1;
        }

        var slot = SlotOf(key, hash);
        if (_keys[slot] == key)
        {
            return _numbers[slot];
        }

        if (2 * Count > _keys.Length)
        {
            Grow();
            slot = SlotOf(key, hash);
        }

        _keys[slot] = key;
        return _numbers[slot] = Count++;
    }

    void See(KeyGroups first, KeyGroups second, int[] values, int[] others, bool isOneTable)
    {
        for (var r = 0; r < values.Length; r++)
        {
            foreach (var group in first.Of(values[r]))
            {
                foreach (var other in second.Of(others[r]))
                {
                    ref var seen = ref SeenOf(HashOf(KeyOf(group, other)), out var shift);
                    seen |= (byte)((isOneTable && (seen >> shift & Shares) != 0 ? Shares : Once) << shift);
                }
            }
        }
    }

    void SeeAgain(KeyGroups first, KeyGroups second, int[] values, int[] others)
    {
        for (var r = 0; r < values.Length; r++)
        {
            foreach (var group in first.Of(values[r]))
            {
                foreach (var other in second.Of(others[r]))
                {
                    ref var seen = ref SeenOf(HashOf(KeyOf(group, other)), out var shift);
                    seen |= (byte)(((seen >> shift & Shares) != 0 ? Shares : 0) << shift);
                }
            }
        }
    }

    /// <summary>The byte that holds the two bits of a hash, and where in it they are.</summary>
    ref byte SeenOf(uint hash, out int shift)
    {
        shift = (int)(hash & 3) * 2;
        return ref _seen[hash >> 2 & (uint)(_seen.Length - 1)];
    }

    ulong KeyOf(int first, int second) => (ulong)second * _firstCount + (ulong)first + 1;

    static uint HashOf(ulong key) => (uint)((key * 0x9E3779B97F4A7C15) >> 32);

    int SlotOf(ulong key, uint hash)
    {
        var mask = _keys.Length - 1;
        var slot = (int)hash & mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new ulong[2 * keys.Length];
        _numbers = new int[_keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var slot = SlotOf(keys[i], HashOf(keys[i]));
                (_keys[slot], _numbers[slot]) = (keys[i], numbers[i]);
            }
        }
    }
}
