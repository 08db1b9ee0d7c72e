using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// One pass over the patterns: which share of each is a match, and the sums that estimation needs of it. Fields are taken two at a time, since two
/// levels are a byte of the pattern; parts of a fixed size are summed in their order, so that the result does not depend on the number of threads.
/// </summary>
sealed class Expectation
{
    const int Stride = 16;
    const int Bytes = 256;
    const int PatternsPerPart = 1 << 13;

    readonly int _fields;
    readonly PatternCounts _counts;
    readonly int _threads;
    readonly byte[] _errors;
    readonly double[] _ratios;
    readonly double[] _relatedRatios;
    readonly Sums[] _parts;
    PairTable[] _dependences = [];

    /// <summary>Prepares passes over patterns.</summary>
    public Expectation(FieldDomain[] fields, PatternCounts counts, int threads)
    {
        _fields = fields.Length;
        _counts = counts;
        _threads = threads;
        _errors = new byte[counts.Patterns.Length];
        var model = new LevelWeights(fields);
        for (var p = 0; p < _errors.Length; p++)
        {
            _errors[p] = (byte)model.ErrorsOf(counts.Patterns[p]);
        }

        var pairs = (_fields + 1) / 2;
        _ratios = new double[pairs * Bytes];
        _relatedRatios = new double[pairs * Bytes];
        _parts = new Sums[(_errors.Length + PatternsPerPart - 1) / PatternsPerPart];
        for (var part = 0; part < _parts.Length; part++)
        {
            _parts[part] = new Sums(pairs * Bytes, counts.Presences.Count);
        }

        Posteriors = new double[_errors.Length];
        Margins = new double[_fields * Stride];
        RelatedMargins = new double[_fields * Stride];
        ByPresence = new double[counts.Presences.Count];
    }

    /// <summary>Probability that a pair of each pattern matches, as of the last pass that asked the model.</summary>
    public double[] Posteriors { get; }

    /// <summary>Expected matches with each level, sixteen for each field.</summary>
    public double[] Margins { get; }

    /// <summary>Expected related pairs with each level, sixteen for each field.</summary>
    public double[] RelatedMargins { get; }

    /// <summary>Expected matches with each number of disagreements.</summary>
    public double[] ByErrors { get; } = new double[LevelWeights.MostErrors + 1];

    /// <summary>Expected matches that have the fields of each of <see cref="PatternCounts.Presences"/>.</summary>
    public double[] ByPresence { get; }

    /// <summary>Expected matches.</summary>
    public double Matches { get; private set; }

    /// <summary>Expected related pairs.</summary>
    public double Related { get; private set; }

    /// <summary>Takes the sums with the model's own posteriors, or with matches of each pattern that were found otherwise.</summary>
    public void Take(LevelWeights model, double[]? found = null)
    {
        SetRatios(model);
        Parts.Each(_parts.Length, _threads, part => Sum(part, model, found));
        Array.Clear(Margins);
        Array.Clear(RelatedMargins);
        Array.Clear(ByErrors);
        Array.Clear(ByPresence);
        (Matches, Related) = (0, 0);
        foreach (var part in _parts)
        {
            Matches += part.Matches;
            Related += part.Related;
            Add(part.ByErrors, ByErrors);
            Add(part.ByPresence, ByPresence);
            Spread(part.Margins, Margins);
            Spread(part.RelatedMargins, RelatedMargins);
        }
    }

    /// <summary>Odds of a match against any non-match of each pattern, without the prior.</summary>
    public void Ratios(LevelWeights model, double[] into)
    {
        SetRatios(model);
        Parts.Each(_parts.Length, _threads, part =>
        {
            var end = Math.Min(into.Length, (part + 1) * PatternsPerPart);
            for (var p = part * PatternsPerPart; p < end; p++)
            {
                into[p] = RatioOf(p, model, out _);
            }
        });
    }

    void SetRatios(LevelWeights model)
    {
        SetDependences(model);
        for (var f = 0; f < _fields; f += 2)
        {
            for (var high = 0; high < Stride; high++)
            {
                // Of an odd number of fields, the last has no partner: its levels are all zero.
                var isAlone = f + 1 == _fields;
                var (ratio, related) = isAlone ? (1.0, 1.0) : model.RatiosOf(f + 1, high);
                for (var low = 0; low < Stride; low++)
                {
                    var (own, ownRelated) = model.RatiosOf(f, low);
                    var at = f / 2 * Bytes + high * Stride + low;
                    _ratios[at] = ratio * own;
                    _relatedRatios[at] = related * ownRelated;
                }
            }
        }
    }

    void SetDependences(LevelWeights model)
    {
        _dependences = new PairTable[model.Dependences.Count];
        for (var i = 0; i < _dependences.Length; i++)
        {
            var dependence = model.Dependences[i];
            double[] ratios = new double[Bytes], related = new double[Bytes];
            for (var at = 0; at < Bytes; at++)
            {
                (ratios[at], related[at]) = model.RatiosOf(dependence, dependence.Lift[at]);
            }

            _dependences[i] = new PairTable(
                dependence.First * PairComparison.LevelBits, dependence.Second * PairComparison.LevelBits, ratios, related);
        }
    }

    double RatioOf(int p, LevelWeights model, out double share)
    {
        double ratio = model.ErrorRatioOf(_errors[p]), related = model.Related;
        var rest = _counts.Patterns[p];
        for (var start = 0; start < _ratios.Length; start += Bytes)
        {
            ratio *= _ratios[start + (int)(rest & 0xFF)];
            related *= _relatedRatios[start + (int)(rest & 0xFF)];
            rest >>= 8;
        }

        var pattern = _counts.Patterns[p];
        foreach (var (first, second, ratios, relatedRatios) in _dependences)
        {
            var at = (int)(((pattern >> second) & 0xF) << PairComparison.LevelBits | ((pattern >> first) & 0xF));
            ratio *= ratios[at];
            related *= relatedRatios[at];
        }

        var strangers = related + 1 - model.Related;
        share = related / strangers;
        return ratio / strangers;
    }

    void Sum(int part, LevelWeights model, double[]? found)
    {
        var sums = _parts[part];
        sums.Clear();
        double[] margins = sums.Margins, relatedMargins = sums.RelatedMargins;
        double matches = 0, relatives = 0, priorOdds = model.Prior / (1 - model.Prior);
        var end = Math.Min(_errors.Length, (part + 1) * PatternsPerPart);
        for (var p = part * PatternsPerPart; p < end; p++)
        {
            var odds = RatioOf(p, model, out var share) * priorOdds;
            double count = _counts.Counts[p], weight;
            if (found is null)
            {
                Posteriors[p] = odds / (1 + odds);
                weight = Posteriors[p] * count;
            }
            else
            {
                weight = found[p];
            }

            var related = (count - weight) * share;
            matches += weight;
            relatives += related;
            sums.ByErrors[_errors[p]] += weight;
            sums.ByPresence[_counts.PresenceOf[p]] += weight;
            var rest = _counts.Patterns[p];
            for (var start = 0; start < margins.Length; start += Bytes)
            {
                margins[start + (int)(rest & 0xFF)] += weight;
                relatedMargins[start + (int)(rest & 0xFF)] += related;
                rest >>= 8;
            }
        }

        (sums.Matches, sums.Related) = (matches, relatives);
    }

    /// <summary>Sums of pairs of levels as sums of levels.</summary>
    void Spread(double[] sums, double[] margins)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            var sum = sums[at];
            if (sum == 0)
            {
                continue;
            }

            var field = at / Bytes * 2;
            margins[field * Stride + at % Stride] += sum;
            if (field + 1 < _fields)
            {
                margins[(field + 1) * Stride + at / Stride % Stride] += sum;
            }
        }
    }

    static void Add(double[] from, double[] to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] += from[i];
        }
    }

    /// <summary>What the levels of two fields multiply the odds by, by the bits at which they stand in the pattern.</summary>
    readonly record struct PairTable(int First, int Second, double[] Ratios, double[] RelatedRatios);

    /// <summary>The sums of a part of the patterns.</summary>
    sealed class Sums(int levelPairs, int presences)
    {
        public double Matches { get; set; }

        public double Related { get; set; }

        public double[] Margins { get; } = new double[levelPairs];

        public double[] RelatedMargins { get; } = new double[levelPairs];

        public double[] ByErrors { get; } = new double[LevelWeights.MostErrors + 1];

        public double[] ByPresence { get; } = new double[presences];

        public void Clear()
        {
            Array.Clear(Margins);
            Array.Clear(RelatedMargins);
            Array.Clear(ByErrors);
            Array.Clear(ByPresence);
        }
    }
}
