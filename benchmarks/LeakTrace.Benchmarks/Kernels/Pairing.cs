namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Who is compared with whom.</summary>
static class Pairing
{
    /// <summary>Even records meet the one that resembles them, odd ones another.</summary>
    public static int Of(int record) => (record + (SampleRecords.Count / 2) + (record & 1)) & (SampleRecords.Count - 1);
}
