using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Groups;

/// <summary>
/// Competition between the candidates of a record. Where a side has no duplicates, at most one of its record's pairs is a match; the probabilities of
/// all such assignments together come from passing messages along the pairs (Huang and Jebara 2009).
/// </summary>
static class Assignment
{
    const int Rounds = 25;
    const double Settled = 1e-3;
    const double SurelyMatched = 0.99;
    const double NearlyAsGood = 0.65;
    const double MostRepeated = 0.1;

    /// <summary>
    /// Whether the left and the right records match one record each: few have a second candidate that is nearly as good as their best one, as a duplicate
    /// would be. How many candidates are probable says nothing of that before they compete.
    /// </summary>
    public static (bool Left, bool Right) IsOneToOne(ComparedPairs pairs, double[] evidence, double[] probabilities, int left, int right) =>
        (HasNoRepeats(pairs.Left, evidence, probabilities, left), HasNoRepeats(pairs.Right, evidence, probabilities, right));

    /// <summary>Probabilities under competition.</summary>
    /// <param name="pairs">Pairs.</param>
    /// <param name="odds">Odds of each pair against no match for its records.</param>
    /// <param name="left">Number of left records.</param>
    /// <param name="right">Number of right records.</param>
    /// <param name="sides">Sides whose records match one record at most.</param>
    public static double[] Compete(ComparedPairs pairs, double[] odds, int left, int right, (bool Left, bool Right) sides)
    {
        var probabilities = new double[odds.Length];
        var toRight = new double[odds.Length];
        var toLeft = new double[odds.Length];
        Array.Fill(toRight, 1);
        Array.Fill(toLeft, 1);
        var leftSums = new double[left];
        var rightSums = new double[right];
        for (var round = 0; round < Rounds; round++)
        {
            var change = sides.Left ? Pass(pairs.Left, odds, toLeft, toRight, leftSums) : 0;
            change = Math.Max(change, sides.Right ? Pass(pairs.Right, odds, toRight, toLeft, rightSums) : 0);
            if (change < Settled)
            {
                break;
            }
        }

        for (var i = 0; i < odds.Length; i++)
        {
            var o = odds[i] * (sides.Left ? toRight[i] : 1) * (sides.Right ? toLeft[i] : 1);
            probabilities[i] = o / (1 + o);
        }

        return probabilities;
    }

    /// <summary>What each record tells its pairs: how free it is of the others. Returns the largest change.</summary>
    static double Pass(ReadOnlySpan<int> records, double[] odds, double[] incoming, double[] outgoing, double[] sums)
    {
        Array.Clear(sums);
        for (var i = 0; i < odds.Length; i++)
        {
            sums[records[i]] += odds[i] * incoming[i];
        }

        double change = 0;
        for (var i = 0; i < odds.Length; i++)
        {
            var free = 1 / (1 + Math.Max(0, sums[records[i]] - odds[i] * incoming[i]));
            change = Math.Max(change, Math.Abs(free - outgoing[i]));
            outgoing[i] = free;
        }

        return change;
    }

    static bool HasNoRepeats(ReadOnlySpan<int> records, double[] evidence, double[] probabilities, int count)
    {
        var best = new double[count];
        var second = new double[count];
        for (var i = 0; i < evidence.Length; i++)
        {
            var record = records[i];
            if (probabilities[i] < SurelyMatched)
            {
                continue;
            }

            second[record] = Math.Max(second[record], Math.Min(best[record], evidence[i]));
            best[record] = Math.Max(best[record], evidence[i]);
        }

        int matched = 0, repeated = 0;
        for (var record = 0; record < count; record++)
        {
            matched += best[record] > 0 ? 1 : 0;
            repeated += best[record] > 0 && second[record] > NearlyAsGood * best[record] ? 1 : 0;
        }

        return repeated <= MostRepeated * matched;
    }
}
