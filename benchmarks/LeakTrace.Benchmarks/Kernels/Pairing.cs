namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Who is compared with whom.</summary>
static class Pairing
{
    /// <summary>Even records meet the one that resembles them, odd ones another.</summary>
    public static int Of(int record) => (record + (SampleRecords.Count / 2) + (record & 1)) & (SampleRecords.Count - 1);

    /// <summary>The peer's edit distance of every pair, summed.</summary>
    public static int EditDistances(string[] texts)
    {
        var sum = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            sum += global::FuzzySharp.Levenshtein.EditDistance(texts[i], texts[Of(i)]);
        }

        return sum;
    }
}
