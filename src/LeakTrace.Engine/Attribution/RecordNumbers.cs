using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Finds registry records by the hash of their record or waybill number.</summary>
sealed class RecordNumbers
{
    readonly ulong[] _hashes;
    readonly int[] _records;

    /// <summary>Indexes all records.</summary>
    public RecordNumbers(RegistryRecords registry)
    {
        var hashes = new List<ulong>(registry.Count);
        var records = new List<int>(registry.Count);
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            foreach (var role in (ReadOnlySpan<FieldRole>)[FieldRole.RecordNumber, FieldRole.Waybill])
            {
                var values = registry.Tables[t][role]?.Values ?? [];
                for (var row = 0; row < values.Length; row++)
                {
                    if (values[row] != 0)
                    {
                        hashes.Add(values[row]);
                        records.Add(registry.StartOf(t) + row);
                    }
                }
            }
        }

        _hashes = [.. hashes];
        _records = [.. records];
        Array.Sort(_hashes, _records);
    }

    /// <summary>The record with a number in a source (0: any); -1 where there is none, or where several sources have it.</summary>
    public int Find(ulong hash, int source, Func<int, int> sourceOf, out bool isAmbiguous)
    {
        isAmbiguous = false;
        var at = Array.BinarySearch(_hashes, hash);
        if (at < 0)
        {
            return -1;
        }

        while (at > 0 && _hashes[at - 1] == hash)
        {
            at--;
        }

        var found = -1;
        for (; at < _hashes.Length && _hashes[at] == hash; at++)
        {
            var record = _records[at];
            if (source != 0 && sourceOf(record) != source)
            {
                continue;
            }

            isAmbiguous |= found >= 0 && found != record && sourceOf(found) != sourceOf(record);
            found = found < 0 ? record : Math.Min(found, record);
        }

        return isAmbiguous ? -1 : found;
    }
}
