using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// Estimates m, u and the prior by expectation maximisation on the histogram (Dempster, Laird and Rubin 1977). The prior is over all pairs. u is what
/// random pairs show less the matches among them, so that a field that only matches share is worth what it should be; m starts where equality is likely,
/// which fixes which class is which.
/// </summary>
static class Estimation
{
    const int Stride = 16;
    const int MostIterations = 300;
    const double Tolerance = 1e-6;
    const double PriorPairs = 10;
    const double MostDifferent = 0.4;

    // Until then, what differs in most of what tells matches is none, whatever the model says of it.
    const int LastStepOfDoubt = 15;
    const int LastStepOfDependence = 30;

    /// <summary>Fits a model.</summary>
    /// <param name="fields">Fields.</param>
    /// <param name="counts">Patterns of the candidate pairs.</param>
    /// <param name="pairs">Random pairs.</param>
    /// <param name="shared">Pairs that share values, from which dependent fields are found; null takes all fields for independent.</param>
    /// <param name="allPairs">Number of pairs of the two sides.</param>
    /// <param name="expected">Matches to expect at first.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="report">Receives the number of steps and whether they settled.</param>
    public static LevelWeights Fit(
        FieldDomain[] fields, PatternCounts counts, RandomPairs pairs, SharedValues? shared, double allPairs, double expected, int threads,
        CancellationToken cancellation, out (int Steps, bool Settled) report)
    {
        var random = pairs.Shares;
        var model = new LevelWeights(fields) { Prior = Math.Clamp(expected / allPairs, 1e-12, 0.5) };
        var start = StartingLevels.OfMatches(fields);
        start.CopyTo(model.M, 0);
        var startOfRelated = StartingLevels.OfRelated(fields, start);
        startOfRelated.CopyTo(model.V, 0);
        model.Related = Math.Min(0.2, 2 * model.Prior);
        SetU(model, fields, random, allPairs);
        model.Weigh();
        var expectation = new Expectation(fields, counts, threads);
        StrangerDependence? strangers = null;
        report = (MostIterations, false);
        for (var step = 1; step <= MostIterations; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            expectation.Take(model);
            model.Related = Math.Clamp(expectation.Related / (allPairs - expectation.Matches), 1e-12, 0.3);
            Share(model.V, fields, expectation.RelatedMargins, startOfRelated, 1);
            var change = Maximise(model, fields, expectation.Margins, start, random, expectation.Matches, allPairs);
            if (step > 3)
            {
                RelatedPairs.KeepStrange(model, fields, RelatedPairs.StrangeShare);
                model.Weigh();
            }

            if (step > 10)
            {
                DisagreementTerm.Fit(model, fields, counts, expectation);
            }

            if (shared is not null && (step <= 3 || step is 5 or 10 or 15 or 20 or LastStepOfDependence))
            {
                strangers ??= new StrangerDependence(fields, shared, pairs, threads);
                model.Dependences = strangers.Find(model, new MatchSums(model, fields, counts, expectation.Posteriors, step <= LastStepOfDoubt), threads);
                model.Weigh();
            }

            if (change < Tolerance && step > (model.Dependences.Count > 0 ? LastStepOfDependence : LastStepOfDoubt))
            {
                report = (step, true);
                break;
            }
        }

        return model;
    }

    /// <summary>One step of maximisation from matches that were found otherwise, such as under competition.</summary>
    /// <param name="model">The model to change.</param>
    /// <param name="fields">Fields.</param>
    /// <param name="expectation">Passes over the patterns of the candidate pairs.</param>
    /// <param name="random">Levels of random pairs.</param>
    /// <param name="allPairs">Number of pairs of the two sides.</param>
    /// <param name="found">Expected matches of each pattern.</param>
    public static void Refit(LevelWeights model, FieldDomain[] fields, Expectation expectation, double[] random, double allPairs, double[] found)
    {
        expectation.Take(model, found);
        var start = StartingLevels.OfMatches(fields);
        model.Related = Math.Clamp(expectation.Related / (allPairs - expectation.Matches), 1e-12, 0.3);
        Share(model.V, fields, expectation.RelatedMargins, StartingLevels.OfRelated(fields, start), 1);
        Maximise(model, fields, expectation.Margins, start, random, expectation.Matches, allPairs);
        RelatedPairs.KeepStrange(model, fields, RelatedPairs.StrangeShareOfLosers);
        model.Weigh();
    }

    /// <summary>Posterior probability of each pattern.</summary>
    public static double[] Posteriors(LevelWeights model, PatternCounts counts)
    {
        var posteriors = new double[counts.Patterns.Length];
        for (var p = 0; p < posteriors.Length; p++)
        {
            posteriors[p] = model.PosteriorOf(counts.Patterns[p]);
        }

        return posteriors;
    }

    static double Maximise(
        LevelWeights model, FieldDomain[] fields, double[] margins, double[] start, double[] random, double matches, double allPairs)
    {
        var prior = Math.Clamp(matches / allPairs, 1e-12, 0.5);
        var change = Math.Abs(prior - model.Prior) / model.Prior;
        model.Prior = prior;
        change = Math.Max(change, Share(model.M, fields, margins, start, MostDifferent));
        SetU(model, fields, random, allPairs);
        model.Weigh();
        return change;
    }

    /// <summary>Margins into shares, the starting values as Dirichlet prior; returns the largest change.</summary>
    static double Share(double[] shares, FieldDomain[] fields, double[] margins, double[] start, double mostDifferent)
    {
        double change = 0;
        for (var f = 0; f < fields.Length; f++)
        {
            double present = 0;
            for (var level = 1; level < fields[f].Levels; level++)
            {
                present += margins[f * Stride + level];
            }

            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = f * Stride + level;
                var share = (margins[at] + PriorPairs * start[at]) / (present + PriorPairs);
                share = level == 1 ? Math.Min(share, mostDifferent) : share;
                change = Math.Max(change, Math.Abs(share - shares[at]));
                shares[at] = share;
            }
        }

        return change;
    }

    /// <summary>u is what random pairs show less the share of matches, and no less than half a pair or a hundredth of what they show.</summary>
    static void SetU(LevelWeights model, FieldDomain[] fields, double[] random, double allPairs)
    {
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = f * Stride + level;
                var least = Math.Max(0.01 * random[at], 0.5 / allPairs);
                var related = model.Related * (1 - model.Prior);
                model.U[at] = Math.Max(least, (random[at] - model.Prior * model.M[at] - related * model.V[at]) / (1 - model.Prior - related));
            }
        }
    }
}
