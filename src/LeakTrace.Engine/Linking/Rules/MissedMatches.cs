namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// How many matches share no rule's keys: within each kind of match, fields share keys independently; what is seen is cut off where no rule finds a match,
/// and expectation maximisation fills in the rest (Dempster, Laird and Rubin 1977, section 4.2).
/// </summary>
static class MissedMatches
{
    const int MostSteps = 200;
    const double Tolerance = 1e-4;
    const double MostMissedShare = 0.95;

    // One match, spread over the sets of keys of each field.
    const double PriorMatches = 1;

    /// <summary>Matches missed under a number of kinds, and the Bayesian criterion of the fit, the lower the better.</summary>
    public static (double Missed, double Criterion) Fit(SharedKeys keys, int kinds)
    {
        var (cells, weights) = keys.Found();
        var missed = keys.Missed();
        double found = 0;
        foreach (var weight in weights)
        {
            found += weight;
        }

        var shares = Start(keys, cells, weights, kinds);
        var sizes = new double[kinds];
        Array.Fill(sizes, 1.0 / kinds);
        double expected = 0, likelihood = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var before = expected;
            double outside = 0;
            var odds = new double[kinds];
            foreach (var cell in missed)
            {
                outside += Odds(cell, shares, sizes, odds);
            }

            outside = Math.Min(outside, MostMissedShare);
            expected = found * outside / (1 - outside);
            var next = Empty(keys, kinds);
            var total = new double[kinds];
            likelihood = -found * Math.Log(1 - outside);
            for (var c = 0; c < cells.Count; c++)
            {
                likelihood += weights[c] * Math.Log(Odds(cells[c], shares, sizes, odds));
                Add(cells[c], weights[c], odds, next, total);
            }

            foreach (var cell in missed)
            {
                var chance = Odds(cell, shares, sizes, odds);
                Add(cell, expected * chance / Math.Max(outside, 1e-300), odds, next, total);
            }

            for (var k = 0; k < kinds; k++)
            {
                sizes[k] = total[k] / (found + expected);
                Array.ForEach(next[k], Normalise);
            }

            shares = next;
            if (step > 10 && Math.Abs(expected - before) < Tolerance * (expected + 1))
            {
                break;
            }
        }

        var parameters = kinds - 1;
        for (var f = 0; f < keys.Fields; f++)
        {
            parameters += kinds * (keys.SetsOf(f) - 1);
        }

        return (expected, parameters * Math.Log(found + 1) - 2 * likelihood);
    }

    /// <summary>Chance of a cell over all kinds; <paramref name="odds"/> receives those of each.</summary>
    static double Odds(int[] cell, double[][][] shares, double[] sizes, double[] odds)
    {
        double sum = 0;
        for (var k = 0; k < odds.Length; k++)
        {
            var chance = sizes[k];
            for (var f = 0; f < cell.Length; f++)
            {
                chance *= shares[k][f][cell[f]];
            }

            odds[k] = chance;
            sum += chance;
        }

        return sum;
    }

    static void Add(int[] cell, double weight, double[] odds, double[][][] into, double[] total)
    {
        double sum = 0;
        foreach (var chance in odds)
        {
            sum += chance;
        }

        for (var k = 0; k < odds.Length && sum > 0; k++)
        {
            var part = weight * odds[k] / sum;
            total[k] += part;
            for (var f = 0; f < cell.Length; f++)
            {
                into[k][f][cell[f]] += part;
            }
        }
    }

    /// <summary>What is seen; of two kinds, the first shares keys more often and the second less.</summary>
    static double[][][] Start(SharedKeys keys, List<int[]> cells, List<double> weights, int kinds)
    {
        var shares = Empty(keys, kinds);
        var one = new double[] { 1 };
        for (var k = 0; k < kinds; k++)
        {
            for (var c = 0; c < cells.Count; c++)
            {
                Add(cells[c], weights[c], one, [shares[k]], new double[1]);
            }

            foreach (var field in shares[k])
            {
                field[0] *= kinds == 1 ? 1 : k == 0 ? 0.6 : 1.6;
                Normalise(field);
            }
        }

        return shares;
    }

    static double[][][] Empty(SharedKeys keys, int kinds)
    {
        var shares = new double[kinds][][];
        for (var k = 0; k < kinds; k++)
        {
            shares[k] = new double[keys.Fields][];
            for (var f = 0; f < keys.Fields; f++)
            {
                shares[k][f] = new double[keys.SetsOf(f)];
                Array.Fill(shares[k][f], PriorMatches / keys.SetsOf(f));
            }
        }

        return shares;
    }

    static void Normalise(double[] shares)
    {
        double sum = 0;
        foreach (var share in shares)
        {
            sum += share;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }
    }
}
