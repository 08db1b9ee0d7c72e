using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>How many records each source holds, by month.</summary>
static class HeldRecords
{
    /// <summary>Records by source and month; those of all sources at index 0.</summary>
    public static double[][] BySource(RegistryRecords registry, int[] sourceOf, RecordMonths months, int sources)
    {
        var held = new double[sources][];
        for (var source = 0; source < sources; source++)
        {
            held[source] = new double[months.Count];
        }

        for (var t = 0; t < registry.Tables.Count; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                if (RegistryRecords.IsRecord(registry.Tables[t], row))
                {
                    var record = registry.StartOf(t) + row;
                    held[sourceOf[record]][months.Of(record)]++;
                    held[0][months.Of(record)]++;
                }
            }
        }

        return held;
    }
}
