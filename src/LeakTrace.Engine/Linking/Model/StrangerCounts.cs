namespace LeakTrace.Engine.Linking.Model;

/// <summary>The strangers among the pairs that have two fields.</summary>
sealed class StrangerCounts
{
    const int Kinds = FieldDependence.Kinds;
    const int Similar = 1;
    const int Equal = FieldDependence.Same;

    // Standard deviations by which a count is taken lower than it is.
    const double Deviations = 2;

    readonly SharedCounts _pair;
    readonly double[] _known = new double[Kinds * Kinds];
    readonly double[] _doubtful = new double[Kinds * Kinds];
    readonly double[] _first = new double[Kinds];
    readonly double[] _second = new double[Kinds];

    /// <summary>Takes the matches from the pairs.</summary>
    /// <param name="pair">Pairs that have the two fields.</param>
    /// <param name="sums">Matches among all pairs.</param>
    /// <param name="share">Share of all pairs that was counted.</param>
    /// <param name="doubt">Matches that there may be beyond those, for each of them.</param>
    public StrangerCounts(SharedCounts pair, MatchSums sums, double share, double doubt)
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

    /// <summary>Strangers.</summary>
    public double Pairs { get; }

    /// <summary>Strangers equal in the first field.</summary>
    public double EqualInFirst { get; }

    /// <summary>Strangers equal in the second field.</summary>
    public double EqualInSecond { get; }

    /// <summary>Strangers equal in both by chance, of two kinds of equality.</summary>
    public double ChanceOf(int a, int b) => _first[a] * _second[b] / Pairs;

    /// <summary>Strangers that are surely equal in both, of two kinds of equality.</summary>
    public double SurelyBoth(int a, int b) => Surely(Both(a, b), _known[a * Kinds + b], _doubtful[a * Kinds + b]);

    /// <summary>Whether of some two kinds of equality, strangers are surely equal in both so many times as often as by chance, and so many more.</summary>
    public bool AnySurely(double lift, double more)
    {
        for (var a = Equal; a < Kinds; a++)
        {
            for (var b = Equal; b < Kinds; b++)
            {
                if (SurelyBoth(a, b) > lift * (ChanceOf(a, b) + more))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Strangers that are surely equal in both.</summary>
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

    /// <summary>Strangers similar in both fields among pairs drawn at random.</summary>
    public double SurelySimilarInBoth((double Similar, double Drawn) sample)
    {
        const int Cell = Similar * Kinds + Similar;
        return sample.Similar - Deviations * Math.Sqrt(sample.Similar) - (_known[Cell] + _doubtful[Cell]) * sample.Drawn / _pair.Pairs;
    }

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
