using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Groups;

/// <summary>
/// Competition between the candidates of a record. Where a side has no duplicates, at most one of its record's pairs is a match; the probabilities of
/// all such assignments together come from passing messages along the pairs (Huang and Jebara 2009).
/// </summary>
sealed class Assignment
{
    const int Rounds = 25;
    const double Settled = 1e-3;
    const double SurelyMatched = 0.99;
    const double NearlyAsGood = 0.65;
    const double MostRepeated = 0.1;

    readonly int[] _left;
    readonly int[] _right;
    readonly (bool Left, bool Right) _sides;
    readonly double[] _toRight;
    readonly double[] _toLeft;
    readonly double[] _leftSums;
    readonly double[] _rightSums;

    /// <summary>Lets pairs compete.</summary>
    /// <param name="left">Left record of each pair.</param>
    /// <param name="right">Right record of each pair.</param>
    /// <param name="leftRecords">Number of left records.</param>
    /// <param name="rightRecords">Number of right records.</param>
    /// <param name="sides">Sides whose records match one record at most.</param>
    public Assignment(int[] left, int[] right, int leftRecords, int rightRecords, (bool Left, bool Right) sides)
    {
        _left = left;
        _right = right;
        _sides = sides;
        _toRight = new double[left.Length];
        _toLeft = new double[left.Length];
        Array.Fill(_toRight, 1);
        Array.Fill(_toLeft, 1);
        _leftSums = new double[leftRecords];
        _rightSums = new double[rightRecords];
    }

    /// <summary>
    /// Whether the left and the right records match one record each: few have a second candidate that is nearly as good as their best one, as a duplicate
    /// would be. How many candidates are probable says nothing of that before they compete.
    /// </summary>
    /// <param name="pairs">Pairs.</param>
    /// <param name="of">Pattern of each pair.</param>
    /// <param name="evidence">Evidence of each pattern in bits.</param>
    /// <param name="posteriors">Probability of each pattern.</param>
    /// <param name="left">Number of left records.</param>
    /// <param name="right">Number of right records.</param>
    public static (bool Left, bool Right) IsOneToOne(ComparedPairs pairs, int[] of, double[] evidence, double[] posteriors, int left, int right) =>
        (HasNoRepeats(pairs.Left, of, evidence, posteriors, left), HasNoRepeats(pairs.Right, of, evidence, posteriors, right));

    /// <summary>Probabilities under competition; messages go on from where an earlier call left them.</summary>
    /// <param name="odds">Odds of each pair against no match for its records.</param>
    /// <param name="probabilities">Receives the probability of each pair.</param>
    public void Compete(double[] odds, double[] probabilities)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var change = _sides.Left ? Pass(_left, odds, _toLeft, _toRight, _leftSums) : 0;
            change = Math.Max(change, _sides.Right ? Pass(_right, odds, _toRight, _toLeft, _rightSums) : 0);
            if (change < Settled)
            {
                break;
            }
        }

        for (var i = 0; i < odds.Length; i++)
        {
            var o = odds[i] * (_sides.Left ? _toRight[i] : 1) * (_sides.Right ? _toLeft[i] : 1);
            probabilities[i] = o / (1 + o);
        }
    }

    /// <summary>What each record tells its pairs: how free it is of the others. Returns the largest change.</summary>
    static double Pass(int[] records, double[] odds, double[] incoming, double[] outgoing, double[] sums)
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

    static bool HasNoRepeats(ReadOnlySpan<int> records, int[] of, double[] evidence, double[] posteriors, int count)
    {
        var best = new double[count];
        var second = new double[count];
        for (var i = 0; i < of.Length; i++)
        {
            var record = records[i];
            if (posteriors[of[i]] < SurelyMatched)
            {
                continue;
            }

            second[record] = Math.Max(second[record], Math.Min(best[record], evidence[of[i]]));
            best[record] = Math.Max(best[record], evidence[of[i]]);
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
