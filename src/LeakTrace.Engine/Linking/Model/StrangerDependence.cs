using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// Fields that repeat each other: a postcode says the suburb, a given name the sex. Strangers equal in one are equal in the other, which is one
/// coincidence and not two. Measured on all pairs less the matches and the related among them; only agreement that is surely more than chance counts.
/// </summary>
sealed class StrangerDependence
{
    const int Kinds = FieldDependence.Kinds;
    const int Similar = 1;
    const int Equal = FieldDependence.Same;
    const double LeastLift = 1.41421356;
    const double Doubt = 1;
    const double EarlyDoubt = 4;
    const double Deviations = 2;
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

        // Matches among the pairs make fields look more dependent than they are: what is not so with them is not without them.
        _pairs = Array.FindAll(counted, pair => Sum(pair.Both) * pair.Pairs > LeastLift * Sum(pair.EqualInFirst) * Sum(pair.EqualInSecond));
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
        var strangers = new Strangers(pair, sums, _shared.Share, sums.OnlyCredible ? EarlyDoubt : Doubt);
        var equalInBoth = strangers.SurelyBoth();
        var chance = strangers.EqualInFirst * strangers.EqualInSecond / strangers.Pairs;
        if (!(equalInBoth > LeastLift * chance))
        {
            return null;
        }

        double[] first = JointKinds.MarginOf(_fields, model.U, pair.First), second = JointKinds.MarginOf(_fields, model.U, pair.Second);
        var joint = new JointKinds(first, second);
        var lift = (equalInBoth + PriorPairs) / (chance + PriorPairs);
        var toSecond = LiftOf(strangers.SurelySimilarInSecond(pair.SimilarInSecond.Value), strangers.EqualInFirst * second[Similar]);
        var toFirst = LiftOf(strangers.SurelySimilarInFirst(pair.SimilarInFirst.Value), strangers.EqualInSecond * first[Similar]);
        for (var a = Equal; a < Kinds; a++)
        {
            joint.Raise(a, Similar, toSecond);
            joint.Raise(Similar, a, toFirst);
            for (var b = Equal; b < Kinds; b++)
            {
                // Where there are few, what holds of all equal values holds.
                joint.Raise(a, b, (strangers.SurelyBoth(a, b) + PriorPairs) / (strangers.ChanceOf(a, b) + PriorPairs / lift));
            }
        }

        var (similar, drawn) = pair.SimilarInBoth.Value;
        joint.Raise(Similar, Similar, LiftOf(similar - Deviations * Math.Sqrt(similar), drawn * first[Similar] * second[Similar]));
        return new FieldDependence(_fields, pair.First, pair.Second, lift, equalInBoth / strangers.Pairs * Math.Log2(lift), joint.Settle());
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

    /// <summary>The strangers among the pairs that have two fields.</summary>
    sealed class Strangers
    {
        readonly SharedCounts _pair;
        readonly double[] _known = new double[Kinds * Kinds];
        readonly double[] _doubtful = new double[Kinds * Kinds];
        readonly double[] _first = new double[Kinds];
        readonly double[] _second = new double[Kinds];

        public Strangers(SharedCounts pair, MatchSums sums, double share, double doubt)
        {
            _pair = pair;
            var matches = sums.Of(pair.First, pair.Second);
            Pairs = pair.Pairs;
            for (var cell = 0; cell < _known.Length; cell++)
            {
                _known[cell] = share * matches[cell];
                _doubtful[cell] = share * doubt * matches[cell];
                Pairs -= _known[cell];
                _first[cell / Kinds] -= _known[cell];
                _second[cell % Kinds] -= _known[cell];
            }

            for (var kind = Equal; kind < Kinds; kind++)
            {
                _first[kind] = Math.Max(0, _first[kind] + pair.EqualInFirst[kind - Equal]);
                _second[kind] = Math.Max(0, _second[kind] + pair.EqualInSecond[kind - Equal]);
                EqualInFirst += _first[kind];
                EqualInSecond += _second[kind];
            }
        }

        public double Pairs { get; }

        public double EqualInFirst { get; }

        public double EqualInSecond { get; }

        public double ChanceOf(int a, int b) => _first[a] * _second[b] / Pairs;

        public double SurelyBoth(int a, int b) => Surely(Both(a, b), _known[a * Kinds + b], _doubtful[a * Kinds + b]);

        public double SurelyBoth()
        {
            double both = 0, known = 0, doubtful = 0;
            for (var a = Equal; a < Kinds; a++)
            {
                for (var b = Equal; b < Kinds; b++)
                {
                    both += Both(a, b);
                    known += _known[a * Kinds + b];
                    doubtful += _doubtful[a * Kinds + b];
                }
            }

            return Surely(both, known, doubtful);
        }

        /// <summary>Strangers equal in the first field and similar in the second, from pairs drawn from those equal in the first.</summary>
        public double SurelySimilarInSecond((int Similar, int Drawn) sample) =>
            SurelySimilar(sample, _pair.EqualInFirst, kind => kind * Kinds + Similar);

        /// <summary>Strangers equal in the second field and similar in the first.</summary>
        public double SurelySimilarInFirst((int Similar, int Drawn) sample) =>
            SurelySimilar(sample, _pair.EqualInSecond, kind => Similar * Kinds + kind);

        double SurelySimilar((int Similar, int Drawn) sample, double[] equal, Func<int, int> cellOf)
        {
            double all = 0, known = 0;
            for (var kind = Equal; kind < Kinds; kind++)
            {
                all += equal[kind - Equal];
                known += _known[cellOf(kind)] + _doubtful[cellOf(kind)];
            }

            return all * (sample.Similar - Deviations * Math.Sqrt(sample.Similar)) / Math.Max(1, sample.Drawn) - known;
        }

        double Both(int a, int b) => _pair.BothAt(a - Equal, b - Equal);

        static double Surely(double count, double known, double doubtful) =>
            Math.Max(0, count - known - doubtful - Deviations * Math.Sqrt(Math.Max(0, count - known)));
    }
}
