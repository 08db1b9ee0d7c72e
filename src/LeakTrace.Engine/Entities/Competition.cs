namespace LeakTrace.Engine.Entities;

/// <summary>
/// A row comes from at most one person: its candidates compete, and the probabilities of their units, with that of none, sum to one.
/// Records of one unit in several sources share its probability, each having it whole.
/// </summary>
public sealed class Competition
{
    readonly double[] _personProbabilities;
    readonly int[] _best;

    Competition(int rows)
    {
        _personProbabilities = new double[rows];
        _best = new int[rows];
    }

    /// <summary>Lets the candidates of every row compete, and writes <see cref="RowCandidates.Probabilities"/>.</summary>
    public static Competition Run(RowCandidates candidates, RegistryUnits units)
    {
        var rows = candidates.Starts.Length - 1;
        var result = new Competition(rows);
        for (var row = 0; row < rows; row++)
        {
            result.Decide(row, candidates, units);
        }

        return result;
    }

    /// <summary>Best candidate of a row, -1 where it has none.</summary>
    public int BestOf(int row) => _best[row];

    /// <summary>Probability that the row is the person of its best candidate, whichever of that person's events it tells of; NaN without candidates.</summary>
    public double PersonProbabilityOf(int row) => _personProbabilities[row];

    void Decide(int row, RowCandidates candidates, RegistryUnits units)
    {
        int first = candidates.Starts[row], end = candidates.Starts[row + 1];
        if (first == end)
        {
            _best[row] = -1;
            _personProbabilities[row] = double.NaN;
            return;
        }

        // Candidates come best first, so the first of a unit carries its odds.
        double total = 1;
        for (var c = first; c < end; c++)
        {
            if (IsFirstOfUnit(c, first, candidates, units))
            {
                total += double.Exp2(candidates.WeightBits[c]);
            }
        }

        double person = 0;
        for (var c = first; c < end; c++)
        {
            var lead = c;
            for (var earlier = first; earlier < c; earlier++)
            {
                if (units.Of(candidates.Records[earlier]) == units.Of(candidates.Records[c]))
                {
                    lead = earlier;
                    break;
                }
            }

            var probability = double.Exp2(candidates.WeightBits[lead]) / total;
            candidates.Probabilities[c] = probability;
            if (lead == c && (c == first || (probability > 1e-3 && units.AreOnePerson(candidates.Records[first], candidates.Records[c]))))
            {
                person += probability;
            }
        }

        _best[row] = first;
        _personProbabilities[row] = Math.Min(1, person);
    }

    static bool IsFirstOfUnit(int candidate, int first, RowCandidates candidates, RegistryUnits units)
    {
        for (var earlier = first; earlier < candidate; earlier++)
        {
            if (units.Of(candidates.Records[earlier]) == units.Of(candidates.Records[candidate]))
            {
                return false;
            }
        }

        return true;
    }
}
