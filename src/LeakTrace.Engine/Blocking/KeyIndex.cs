using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Blocking;

/// <summary>
/// Inverted index from blocking key to the records of the smaller side. A Bloom filter of sixteen bits a key, which fits the
/// second-level cache, turns away nearly all other keys of the other side before they touch the table.
/// </summary>
sealed class KeyIndex
{
    readonly ulong[] _filter;
    readonly int _filterShift;
    readonly ulong[] _slots;
    readonly int[] _keyOfSlot;
    readonly int _slotMask;
    readonly int[] _starts;
    readonly int[] _records;

    KeyIndex(ulong[] keys, int[] starts, int[] records)
    {
        Keys = keys;
        _starts = starts;
        _records = records;
        var words = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length / 4));
        _filterShift = 64 - BitOperations.Log2(words);
        _filter = new ulong[words];
        _slotMask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2)) - 1;
        _slots = new ulong[_slotMask + 1];
        _keyOfSlot = new int[_slotMask + 1];
        for (var k = 0; k < keys.Length; k++)
        {
            Insert(keys[k], k);
        }
    }

    /// <summary>Distinct keys, ascending, so that those of one rule are neighbours.</summary>
    public ulong[] Keys { get; }

    /// <summary>Index over all records of a side.</summary>
    public static KeyIndex Build(PersonColumns columns)
    {
        var keys = new ulong[columns.Count * 16];
        var owners = new int[keys.Length];
        var count = 0;
        Span<ulong> buffer = stackalloc ulong[BlockingKeys.Most];
        for (var record = 0; record < columns.Count; record++)
        {
            var written = BlockingKeys.Write(columns, record, widen: true, buffer);
            if (count + written > keys.Length)
            {
                Array.Resize(ref keys, 2 * keys.Length + written);
                Array.Resize(ref owners, keys.Length);
            }

            buffer[..written].CopyTo(keys.AsSpan(count));
            owners.AsSpan(count, written).Fill(record);
            count += written;
        }

        return Group(keys, owners, count);
    }

    /// <summary>Whether the index may have a key; false where it has it not. Fetches where to look it up.</summary>
    public bool MayHave(ulong key)
    {
        var hash = Spread(key);
        var bits = BitsOf(hash);
        if ((_filter[hash >> _filterShift] & bits) != bits)
        {
            return false;
        }

        var slot = (int)hash & _slotMask;
        Ahead.Fetch(_slots, slot);
        Ahead.Fetch(_keyOfSlot, slot);
        return true;
    }

    /// <summary>Position of a key in <see cref="Keys"/>, or -1.</summary>
    public int Find(ulong key)
    {
        var slot = (int)Spread(key) & _slotMask;
        while (true)
        {
            var found = _slots[slot];
            if (found == key)
            {
                return _keyOfSlot[slot];
            }

            if (found == 0)
            {
                return -1;
            }

            slot = (slot + 1) & _slotMask;
        }
    }

    /// <summary>Records that have the key, ascending.</summary>
    public ReadOnlySpan<int> RecordsOf(int key) => _records.AsSpan(_starts[key], _starts[key + 1] - _starts[key]);

    /// <summary>Fetches where the records of a key stand.</summary>
    public void FetchPlace(int key) => Ahead.Fetch(_starts, key);

    /// <summary>Fetches the records of a key.</summary>
    public void FetchRecords(int key) => Ahead.Fetch(_records, _starts[key]);

    static KeyIndex Group(ulong[] keys, int[] owners, int count)
    {
        // Sorting by key keeps owners of equal keys unordered; they are sorted within their key below.
        Array.Sort(keys, owners, 0, count);
        var distinct = new ulong[count];
        var starts = new int[count + 1];
        var kept = 0;
        var used = 0;
        for (var i = 0; i < count;)
        {
            var end = i + 1;
            while (end < count && keys[end] == keys[i])
            {
                end++;
            }

            Array.Sort(owners, i, end - i);
            distinct[kept] = keys[i];
            starts[kept++] = used;
            for (var j = i; j < end; j++)
            {
                // A record may write one key twice: both of its phones may share their parts.
                if (j == i || owners[j] != owners[j - 1])
                {
                    owners[used++] = owners[j];
                }
            }

            i = end;
        }

        starts[kept] = used;
        return new KeyIndex(distinct[..kept], starts[..(kept + 1)], owners[..used]);
    }

    /// <summary>Two bits of one word of the filter.</summary>
    static ulong BitsOf(ulong hash) => 1UL << (int)(hash >> 32) | 1UL << (int)(hash >> 38);

    static ulong Spread(ulong key)
    {
        var x = key * 0x9E37_79B9_7F4A_7C15;
        return x ^ (x >> 29);
    }

    void Insert(ulong key, int position)
    {
        var hash = Spread(key);
        _filter[hash >> _filterShift] |= BitsOf(hash);
        var slot = (int)hash & _slotMask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & _slotMask;
        }

        _slots[slot] = key;
        _keyOfSlot[slot] = position;
    }
}
