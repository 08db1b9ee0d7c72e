using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// Fields that repeat each other: a postcode says the suburb, a given name the sex. Strangers equal in one are equal in the other, which is one
/// coincidence and not two; taken for two, it makes one person of the strangers of a suburb (Winkler 1993; Larsen and Rubin 2001; Xu et al. 2022). Measured
/// on all pairs less the matches among them; only agreement that is surely more than chance counts.
/// </summary>
/// <remarks>
/// Among matches, what goes wrong together is left to the number of disagreements: terms of pairs of fields found nothing more in data with truth, and in
/// data of households they made matches of those who share one.
/// </remarks>
sealed class StrangerDependence
{
    const int Kinds = FieldDependence.Kinds;
    const int Similar = 1;
    const int Equal = FieldDependence.Same;
    // Half a bit: less is not worth a term.
    const double LeastLift = 1.41421356;

    // Matches that were not found would look like strangers that agree: fields are dependent if they were so with twice the matches found, and as long as
    // the model is far from settled, with five times as many. Strangers that agree outnumber that where it matters.
    const double Doubt = 1;
    const double EarlyDoubt = 4;
    const double PriorPairs = 10;

    readonly FieldDomain[] _fields;
    readonly SharedValues _shared;
    readonly SharedCounts[] _pairs;

    /// <summary>Counts what estimation needs of each pair of fields.</summary>
    public StrangerDependence(FieldDomain[] fields, SharedValues shared, RandomPairs random, int threads)
    {
        (_fields, _shared) = (fields, shared);
        var pairs = new List<(int First, int Second)>();
        for (var f = 0; f < fields.Length; f++)
        {
            for (var g = f + 1; g < fields.Length; g++)
            {
                pairs.Add((f, g));
            }
        }

        var counted = new SharedCounts[pairs.Count];
        Parts.Each(pairs.Count, threads, i => counted[i] = shared.Between(pairs[i].First, pairs[i].Second, random));
        _pairs = Array.FindAll(counted, pair => Sum(pair.Both) > 0);
    }

    /// <summary>The dependent pairs of fields.</summary>
    public IReadOnlyList<FieldDependence> Find(LevelWeights model, MatchSums sums, int threads)
    {
        var found = new FieldDependence?[_pairs.Length];
        Parts.Each(_pairs.Length, threads, i => found[i] = Find(_pairs[i], model, sums));
        var candidates = new List<FieldDependence>();
        foreach (var dependence in found)
        {
            if (dependence is not null)
            {
                candidates.Add(dependence);
            }
        }

        return DependenceTree.Of(candidates, _fields.Length);
    }

    FieldDependence? Find(SharedCounts pair, LevelWeights model, MatchSums sums)
    {
        var strangers = new StrangerCounts(pair, sums, _shared.Share, sums.OnlyCredible ? EarlyDoubt : Doubt);
        var equalInBoth = strangers.SurelyBoth();
        var chance = strangers.EqualInFirst * strangers.EqualInSecond / strangers.Pairs;
        // Where most are of one suburb, being of it says little, and of any other much: one kind of equality is enough.
        if (!(equalInBoth > LeastLift * chance || (equalInBoth > chance && strangers.AnySurely(LeastLift, PriorPairs))))
        {
            return null;
        }

        double[] first = JointKinds.MarginOf(_fields, model.U, pair.First), second = JointKinds.MarginOf(_fields, model.U, pair.Second);
        var joint = new JointKinds(first, second);
        var lift = (equalInBoth + PriorPairs) / (chance + PriorPairs);
        var toSecond = LiftOf(strangers.SurelySimilarInSecond(pair.SimilarInSecond.Value), strangers.EqualInFirst * second[Similar]);
        var toFirst = LiftOf(strangers.SurelySimilarInFirst(pair.SimilarInFirst.Value), strangers.EqualInSecond * first[Similar]);
        double information = 0;
        for (var a = Equal; a < Kinds; a++)
        {
            joint.Raise(a, Similar, toSecond);
            joint.Raise(Similar, a, toFirst);
            for (var b = Equal; b < Kinds; b++)
            {
                // Where there are few, what holds of all equal values holds.
                var both = strangers.SurelyBoth(a, b);
                var liftOfKinds = Math.Max(1, (both + PriorPairs) / (strangers.ChanceOf(a, b) + PriorPairs / lift));
                joint.Raise(a, b, liftOfKinds);
                information += both / strangers.Pairs * Math.Log2(liftOfKinds);
            }
        }

        var inBoth = pair.SimilarInBoth.Value;
        joint.Raise(Similar, Similar, LiftOf(strangers.SurelySimilarInBoth(inBoth), inBoth.Drawn * first[Similar] * second[Similar]));
        return new FieldDependence(_fields, pair.First, pair.Second, lift, information, joint.Settle());
    }

    static double Sum(double[] counts)
    {
        double sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    static double LiftOf(double count, double chance) => chance > 0 ? Math.Max(0, count) / chance : 1;
}
