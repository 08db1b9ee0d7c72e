using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Finds registry records by the hash of their record or waybill number: open addressing, records with one number chained.</summary>
sealed class RecordNumbers
{
    static readonly FieldRole[] _roles = [FieldRole.RecordNumber, FieldRole.Waybill];
    readonly ulong[] _hashes;
    readonly int[] _heads;
    readonly int _mask;
    readonly List<(int Record, int Next)> _chains = [];

    /// <summary>Indexes all records.</summary>
    public RecordNumbers(RegistryRecords registry)
    {
        long numbers = 0;
        foreach (var table in registry.Tables)
        {
            foreach (var role in _roles)
            {
                numbers += table[role] is null ? 0 : table.Count;
            }
        }

        var slots = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(16, 2 * numbers));
        _mask = slots - 1;
        _hashes = new ulong[slots];
        _heads = new int[slots];
        _chains.Capacity = (int)numbers;
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            foreach (var role in _roles)
            {
                Add(registry.Tables[t][role]?.Values ?? [], registry.StartOf(t));
            }
        }
    }

    /// <summary>The record with a number in a source (0: any); -1 where there is none, or where several sources have it.</summary>
    public int Find(ulong hash, int source, int[] sourceOf, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var found = -1;
        for (var link = _heads[SlotOf(hash)]; link != 0; link = _chains[link - 1].Next)
        {
            var record = _chains[link - 1].Record;
            if (source != 0 && sourceOf[record] != source)
            {
                continue;
            }

            isAmbiguous |= found >= 0 && sourceOf[found] != sourceOf[record];
            found = found < 0 ? record : Math.Min(found, record);
        }

        return isAmbiguous ? -1 : found;
    }

    void Add(ulong[] values, int firstRecord)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] != 0)
            {
                var slot = SlotOf(values[row]);
                _hashes[slot] = values[row];
                _chains.Add((firstRecord + row, _heads[slot]));
                _heads[slot] = _chains.Count;
            }
        }
    }

    int SlotOf(ulong hash)
    {
        var slot = (int)(hash * 0x9E37_79B9_7F4A_7C15 >> 32) & _mask;
        while (_hashes[slot] != 0 && _hashes[slot] != hash)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
