using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Linking.Groups;
using LeakTrace.Engine.Linking.Model;
using LeakTrace.Engine.Linking.Rules;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Linking;

/// <summary>Links the records of any two tables, or finds the duplicates of one: the stages in their order.</summary>
public static class TableLinkage
{
    const double Review = 0.1;
    const double LeastLink = 0.5;

    static readonly Comparer<LinkedPair> _bestFirst = Comparer<LinkedPair>.Create(
        (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : a.Right.CompareTo(b.Right));

    /// <summary>What linking would compare; of one table, given twice, its duplicates.</summary>
    public static LinkPlan Plan(
        LinkTable left, LinkTable right, IReadOnlyList<LinkField> fields, LinkSettings settings, CancellationToken cancellation = default)
    {
        var domains = FieldDomains.Make(left, right, fields, settings.Threads, cancellation);
        var plan = RulePlan.Make(domains, left.Rows, right.Rows, ReferenceEquals(left, right), settings, cancellation);
        return new LinkPlan(CostsOf(plan), plan.Pairs, plan.Budget);
    }

    /// <summary>Links two tables.</summary>
    public static LinkResult Link(
        LinkTable left, LinkTable right, IReadOnlyList<LinkField> fields, LinkSettings settings, CancellationToken cancellation = default)
    {
        var stages = Compare(left, right, fields, settings, false, cancellation);
        var (pairs, counts, model) = (stages.Pairs, stages.Counts, stages.Model);
        var posteriors = Estimation.Posteriors(model, counts);
        var evidence = Array.ConvertAll(counts.Patterns, model.EvidenceOf);
        var sides = Assignment.IsOneToOne(pairs, counts.Of, evidence, posteriors, left.Rows, right.Rows);
        var probabilities = sides.Left || sides.Right
            ? Competition.Run(pairs, counts, model, stages.Comparison.Fields, stages.Random, left.Rows, right.Rows, sides, settings.Threads, cancellation) : PerPair(posteriors, counts);
        var found = Listed(pairs, probabilities, i => model.EvidenceOf(pairs.Patterns[i]) + model.PriorBits);
        return new LinkResult(found, [], [], ReportOf(stages, probabilities, sides), (a, b) => Explain(stages, found, a, b));
    }

    /// <summary>Finds the duplicates of a table.</summary>
    public static LinkResult Dedupe(LinkTable table, IReadOnlyList<LinkField> fields, LinkSettings settings, CancellationToken cancellation = default)
    {
        var stages = Compare(table, table, fields, settings, true, cancellation);
        var (pairs, counts, model) = (stages.Pairs, stages.Counts, stages.Model);
        var posteriors = Estimation.Posteriors(model, counts);
        var probabilities = PerPair(posteriors, counts);
        var order = LinkOrder.Of(counts, posteriors, LeastLink);
        var weight = model.PriorBits;
        var bits = Array.ConvertAll(counts.Patterns, pattern => weight + model.EvidenceOf(pattern));
        var weights = new PairWeights(pairs, order, i => bits[counts.Of[i]], (a, b) => weight + model.EvidenceOf(stages.Comparison.Between(a, b)));
        var clusters = new Agglomeration(table.Rows, weights);
        var joined = clusters.Join(pairs.Left, pairs.Right, order, cancellation);
        var joinedBy = new double[table.Rows];
        Array.Fill(joinedBy, 1);
        foreach (var link in order)
        {
            if (joined[link])
            {
                joinedBy[pairs.Right[link]] = Math.Min(joinedBy[pairs.Right[link]], probabilities[link]);
            }
        }

        var found = Listed(pairs, probabilities, i => bits[counts.Of[i]]);
        return new LinkResult(
            found, clusters.Clusters, joinedBy, ReportOf(stages, probabilities, (false, false)), (a, b) => Explain(stages, found, Math.Min(a, b), Math.Max(a, b)));
    }

    static Stages Compare(
        LinkTable left, LinkTable right, IReadOnlyList<LinkField> fields, LinkSettings settings, bool isOneTable, CancellationToken cancellation)
    {
        settings.Progress?.Invoke(LinkStage.Plan, 0);
        var domains = FieldDomains.Make(left, right, fields, settings.Threads, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var comparison = new PairComparison(domains);
        var plan = RulePlan.Make(domains, left.Rows, right.Rows, isOneTable, settings, cancellation);
        var pairs = CandidateSearch.Run(plan, comparison, left.Rows, right.Rows, isOneTable, settings, cancellation);
        settings.Progress?.Invoke(LinkStage.Estimate, 0);
        var counts = new PatternCounts(pairs, domains.Length);
        var random = RandomLevels.Measure(comparison, left.Rows, right.Rows, isOneTable, plan.Rules.Count == 0 ? counts : null, settings.Threads);
        var expected = 0.3 * Math.Min(left.Rows, right.Rows);
        var shared = settings.TakesFieldsAsIndependent ? null : new SharedValues(domains, left.Rows, right.Rows, isOneTable);
        var model = Estimation.Fit(domains, counts, random, shared, plan.Pairs, expected, settings.Threads, cancellation, out var report);
        cancellation.ThrowIfCancellationRequested();
        settings.Progress?.Invoke(LinkStage.Resolve, 0);
        return new Stages(comparison, plan, pairs, counts, random.Shares, model, report);
    }

    static double[] PerPair(double[] posteriors, PatternCounts counts)
    {
        var probabilities = new double[counts.Of.Length];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = posteriors[counts.Of[i]];
        }

        return probabilities;
    }

    /// <summary>Pairs in the order of the left records, each one's best first.</summary>
    static List<LinkedPair> Listed(ComparedPairs pairs, double[] probabilities, Func<int, double> weight)
    {
        var listed = new List<LinkedPair>();
        var start = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var probability = probabilities[i];
            if (probability >= LinkSettings.LeastProbability)
            {
                if (listed.Count > 0 && listed[^1].Left != pairs.Left[i])
                {
                    listed.Sort(start, listed.Count - start, _bestFirst);
                    start = listed.Count;
                }

                var kind = probability >= 0.5 ? MatchClass.Match : probability >= Review ? MatchClass.Review : MatchClass.NonMatch;
                listed.Add(new LinkedPair(pairs.Left[i], pairs.Right[i], probability, weight(i), kind));
            }
        }

        listed.Sort(start, listed.Count - start, _bestFirst);
        return listed;
    }

    static PairExplanation Explain(Stages stages, List<LinkedPair> found, int left, int right)
    {
        var terms = PairReading.TermsOf(stages.Model, stages.Comparison.Fields, stages.Comparison.Between(left, right));
        double weight = 0;
        foreach (var term in terms)
        {
            weight += term.Bits;
        }

        var listed = found.Find(pair => pair.Left == left && pair.Right == right);
        return new PairExplanation(left, right, terms, weight, 1 / (1 + double.Exp2(-weight)), listed?.Probability);
    }

    static List<RuleCost> CostsOf(RulePlan plan)
    {
        var rules = new List<RuleCost>();
        foreach (var index in plan.Rules)
        {
            rules.Add(new RuleCost(index.Name, index.Cost, index.LeftOut));
        }

        return rules;
    }

    static LinkReport ReportOf(Stages stages, double[] probabilities, (bool Left, bool Right) sides)
    {
        double matches = 0;
        foreach (var probability in probabilities)
        {
            matches += probability;
        }

        var weights = new List<LevelWeight>();
        var fields = stages.Comparison.Fields;
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = LevelWeights.At(f, level);
                weights.Add(new LevelWeight(
                    fields[f].Field.Name, fields[f].NameOf(level), stages.Model.M[at], stages.Model.U[at], stages.Model.BitsOf(f, level)));
            }
        }

        var dependent = new List<DependentFields>();
        foreach (var pair in stages.Model.Dependences)
        {
            dependent.Add(new DependentFields(fields[pair.First].Field.Name, fields[pair.Second].Field.Name, pair.Equal));
        }

        return new LinkReport(
            CostsOf(stages.Plan), stages.Pairs.Count, stages.Plan.Pairs, matches, stages.Model.Prior, stages.Report.Steps, stages.Report.Settled,
            Completeness.Of(stages.Plan, fields, stages.Pairs, probabilities), sides.Left, sides.Right, weights, dependent);
    }

    sealed record Stages(
        PairComparison Comparison, RulePlan Plan, ComparedPairs Pairs, PatternCounts Counts, double[] Random, LevelWeights Model, (int Steps, bool Settled) Report);
}
