using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Levels of random pairs: equality counted exactly from how often each value occurs, the rest from a sample that is the same in every run.</summary>
static class RandomLevels
{
    const int Sample = 120_000;
    const int Part = 4_096;
    const int Stride = 16;

    /// <summary>Share of each level among pairs in which the field is present; sixteen for each field.</summary>
    /// <param name="comparison">Comparison.</param>
    /// <param name="left">Number of left records.</param>
    /// <param name="right">Number of right records.</param>
    /// <param name="isOneTable">Whether they are the same table.</param>
    /// <param name="all">All pairs, where they were compared: then there is nothing to draw; else null.</param>
    /// <param name="threads">Threads to use.</param>
    public static RandomPairs Measure(PairComparison comparison, int left, int right, bool isOneTable, PatternCounts? all, int threads)
    {
        var fields = comparison.Fields;
        var (patterns, pairs) = all is null ? (Draw(comparison, left, right, isOneTable, threads), null) : (all.Patterns, all.Counts);
        var counts = Count(patterns, pairs, fields.Length);
        var shares = new double[fields.Length * Stride];
        for (var f = 0; f < fields.Length; f++)
        {
            var field = fields[f];
            Span<double> share = shares.AsSpan(f * Stride, Stride);
            var same = Same(field, share, isOneTable);
            double present = 0;
            for (var level = 1; level < field.Same; level++)
            {
                present += counts[f * Stride + level] + 0.5;
            }

            for (var level = 1; level < field.Same; level++)
            {
                share[level] = (1 - same) * (counts[f * Stride + level] + 0.5) / present;
            }
        }

        return new RandomPairs(shares, patterns, pairs);
    }

    /// <summary>Exact shares of equality by rarity; returns their sum.</summary>
    static double Same(FieldDomain field, Span<double> share, bool isOneTable)
    {
        var pairs = isOneTable ? field.LeftPresent * (field.LeftPresent - 1.0) : (double)field.LeftPresent * field.RightPresent;
        double sum = 0;
        for (var v = 1; v < field.Texts.Length; v++)
        {
            if (field.IsOpen(v))
            {
                continue;
            }

            double a = field.LeftCounts[v], b = isOneTable ? a - 1 : field.RightCounts[v];
            share[field.Same + field.RarityOf(v)] += a * b / Math.Max(1, pairs);
            sum += a * b / Math.Max(1, pairs);
        }

        return sum;
    }

    static double[] Count(ulong[] patterns, double[]? pairs, int fields)
    {
        var counts = new double[fields * Stride];
        for (var p = 0; p < patterns.Length; p++)
        {
            for (var f = 0; f < fields; f++)
            {
                counts[f * Stride + PairComparison.LevelOf(patterns[p], f)] += pairs is null ? 1 : pairs[p];
            }
        }

        return counts;
    }

    static ulong[] Draw(PairComparison comparison, int left, int right, bool isOneTable, int threads)
    {
        var parts = new ulong[(Sample + Part - 1) / Part][];
        Parts.Each(parts.Length, threads, part =>
        {
            int[] lefts = new int[Part], rights = new int[Part];
            var drawn = 0;
            for (var i = part * Part; i < (part + 1) * Part; i++)
            {
                // A counter through a mixing function: every run draws the same pairs, on any number of threads.
                var random = Hash64.Mix((ulong)i + 0x9E3779B97F4A7C15, 0xD1B54A32D192ED03);
                lefts[drawn] = (int)(((random & 0xFFFFFFFF) * (ulong)left) >> 32);
                rights[drawn] = (int)(((random >> 32) * (ulong)right) >> 32);
                drawn += isOneTable && lefts[drawn] == rights[drawn] ? 0 : 1;
            }

            var patterns = new ulong[drawn];
            comparison.Between(lefts, rights, patterns);
            parts[part] = patterns;
        });
        var drawn = new List<ulong>(Sample + Part);
        foreach (var part in parts)
        {
            drawn.AddRange(part);
        }

        return [.. drawn];
    }
}
