using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Linking.Model;
using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Groups;

/// <summary>Lets the candidates of records compete, and learns m, u and the share of matched records from what wins.</summary>
static class Competition
{
    const int Refinements = 25;
    const double Settled = 1e-3;
    const double Negligible = 1e-7;
    const double MostOdds = 1L << 60;

    /// <summary>Probability of each pair under competition; the model is refined.</summary>
    /// <param name="pairs">Pairs.</param>
    /// <param name="counts">Their patterns.</param>
    /// <param name="model">The model as estimated without competition.</param>
    /// <param name="fields">Fields.</param>
    /// <param name="random">Levels of random pairs.</param>
    /// <param name="left">Number of left records.</param>
    /// <param name="right">Number of right records.</param>
    /// <param name="sides">Sides whose records match one record at most.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static double[] Run(
        ComparedPairs pairs, PatternCounts counts, LevelWeights model, FieldDomain[] fields, double[] random,
        int left, int right, (bool Left, bool Right) sides, int threads, CancellationToken cancellation)
    {
        // What is hopeless on its own takes nothing from others.
        var posteriors = Estimation.Posteriors(model, counts);
        int[] kept = Kept(counts.Of, posteriors), of = Array.ConvertAll(kept, i => counts.Of[i]);
        var assignment = new Assignment(Of(pairs.Left, kept), Of(pairs.Right, kept), left, right, sides);
        double smaller = Math.Min(left, right), allPairs = (double)left * right, before = 0;
        var probabilities = Array.ConvertAll(of, pattern => posteriors[pattern]);
        var odds = new double[of.Length];
        var byPattern = new double[counts.Patterns.Length];
        var expectation = new Expectation(fields, counts, threads);
        for (var round = 0; round < Refinements; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            double matches = 0;
            foreach (var probability in probabilities)
            {
                matches += probability;
            }

            if (round > 2 && Math.Abs(matches - before) < Settled * matches)
            {
                break;
            }

            before = matches;
            matches = Math.Min(matches, 0.99 * smaller);
            var free = matches / allPairs / (1 - matches / smaller);
            expectation.Ratios(model, byPattern);
            for (var p = 0; p < byPattern.Length; p++)
            {
                byPattern[p] = Math.Min(MostOdds, byPattern[p] * free);
            }

            for (var i = 0; i < odds.Length; i++)
            {
                odds[i] = byPattern[of[i]];
            }

            assignment.Compete(odds, probabilities);
            Array.Clear(byPattern);
            for (var i = 0; i < probabilities.Length; i++)
            {
                byPattern[of[i]] += probabilities[i];
            }

            Estimation.Refit(model, fields, expectation, random, allPairs, byPattern);
        }

        var all = new double[counts.Of.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            all[kept[i]] = probabilities[i];
        }

        return all;
    }

    static int[] Kept(int[] of, double[] posteriors)
    {
        var kept = new List<int>();
        for (var i = 0; i < of.Length; i++)
        {
            if (posteriors[of[i]] >= Negligible)
            {
                kept.Add(i);
            }
        }

        return [.. kept];
    }

    static int[] Of(ReadOnlySpan<int> records, int[] kept)
    {
        var of = new int[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            of[i] = records[kept[i]];
        }

        return of;
    }
}
