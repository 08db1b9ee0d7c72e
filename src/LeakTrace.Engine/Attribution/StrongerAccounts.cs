namespace LeakTrace.Engine.Attribution;

/// <summary>
/// What is left of an account's evidence beside stronger ones, whose lost log entries or whose choice of whom to sell it may only mirror.
/// </summary>
/// <remarks>
/// Who reads the same people as an insider holds a part of what the insider's lost entries leave, and earns evidence by it. But if the
/// log loses entries whoever else reads, then among the seized people of an innocent colleague the insider is missing as often
/// as among all others of the source; among those whom the colleague sold it is missing more often. Only seized
/// people are compared, so it does not matter whether colleagues read what is sold more than what is not.
/// Accounts are taken strongest first, each held against all that were accepted before.
/// </remarks>
sealed class StrongerAccounts
{
    /// <summary>Bits from which an account stands beside the stronger ones; others are dismissed from the fit.</summary>
    public const double LeastBits = 3;

    const double StrongBits = 10;
    const int MostStrong = 64;
    const double LeastCoverage = 0.5;
    const double LeastReference = 20;
    const double UsualOdds = 1.0 / 3;
    readonly double[] _weights;
    readonly int[] _sourceOf;
    readonly int[] _recorderOf;
    readonly int[][] _heldBy;
    readonly long[] _records;
    readonly Func<int, int, bool, double> _background;
    readonly bool[] _isStrong;
    readonly byte[] _coverage;
    readonly double[] _coveredOf;
    readonly double[] _certainOf;
    readonly double[] _uncoveredOf;
    readonly double[] _covered;
    readonly double[] _uncovered;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="weights">Probability of each seized person.</param>
    /// <param name="sourceOf">Source of each seized person.</param>
    /// <param name="recorderOf">Account that recorded each seized person, which no log can lose; -1 where none did.</param>
    /// <param name="heldBy">Seized people whom each account held in time.</param>
    /// <param name="records">Records of each account.</param>
    /// <param name="sources">Number of sources, and one more.</param>
    /// <param name="background">People of an account at a source whom backgrounds bring, where the source's sales are mostly the strong accounts' or not.</param>
    public StrongerAccounts(
        double[] weights, int[] sourceOf, int[] recorderOf, int[][] heldBy, long[] records, int sources,
        Func<int, int, bool, double> background)
    {
        _weights = weights;
        _sourceOf = sourceOf;
        _recorderOf = recorderOf;
        _heldBy = heldBy;
        _records = records;
        _background = background;
        _isStrong = new bool[heldBy.Length];
        _coverage = new byte[weights.Length];
        _coveredOf = new double[sources];
        _certainOf = new double[sources];
        _uncoveredOf = new double[sources];
        _covered = new double[sources];
        _uncovered = new double[sources];
    }

    /// <summary>What each account's evidence is worth beside stronger ones, in bits; positive infinity of those that are held against none.</summary>
    /// <param name="bits">Evidence of each account under a fit.</param>
    public double[] Beside(ReadOnlySpan<double> bits)
    {
        var left = bits.ToArray();
        var beside = new double[left.Length];
        Array.Fill(beside, double.PositiveInfinity);
        for (var step = 0; step < MostStrong; step++)
        {
            var strongest = Strongest(left);
            if (strongest < 0)
            {
                break;
            }

            _isStrong[Mirrored(strongest, left)] = true;
            Cover();
            for (var account = 0; account < left.Length; account++)
            {
                if (!_isStrong[account])
                {
                    beside[account] = Math.Min(beside[account], Bits(account));
                    left[account] = Math.Min(left[account], beside[account]);
                }
            }
        }

        return beside;
    }

    int Strongest(double[] bits)
    {
        var strongest = -1;
        for (var account = 0; account < bits.Length; account++)
        {
            if (!_isStrong[account] && bits[account] >= StrongBits && (strongest < 0 || bits[account] > bits[strongest]))
            {
                strongest = account;
            }
        }

        return strongest;
    }

    /// <summary>
    /// Colleagues who read mostly what is sold can have more evidence than the seller. The seller held more of the seized people, and beside it
    /// nothing is left of the colleague's: then the seller goes first.
    /// </summary>
    int Mirrored(int strongest, double[] bits)
    {
        var first = strongest;
        for (var other = 0; other < bits.Length; other++)
        {
            if (other == strongest || _isStrong[other] || bits[other] < StrongBits || _heldBy[other].Length <= _heldBy[first].Length
                || 2.0 * _heldBy[other].Length * _records[strongest] < (double)_heldBy[strongest].Length * _records[other])
            {
                continue;
            }

            _isStrong[other] = true;
            Cover();
            first = Bits(strongest) < LeastBits ? other : first;
            _isStrong[other] = false;
        }

        return first;
    }

    /// <summary>Which people some strong account recorded (2) or read (1), by source.</summary>
    void Cover()
    {
        Array.Clear(_coverage);
        for (var account = 0; account < _heldBy.Length; account++)
        {
            if (_isStrong[account])
            {
                foreach (var p in _heldBy[account])
                {
                    _coverage[p] = _recorderOf[p] == account ? (byte)2 : Math.Max(_coverage[p], (byte)1);
                }
            }
        }

        Array.Clear(_coveredOf);
        Array.Clear(_certainOf);
        Array.Clear(_uncoveredOf);
        for (var p = 0; p < _weights.Length; p++)
        {
            (_coverage[p] switch { 0 => _uncoveredOf, 1 => _coveredOf, _ => _certainOf })[_sourceOf[p]] += _weights[p];
        }
    }

    bool IsMostlyTheirs(int source)
    {
        var theirs = _coveredOf[source] + _certainOf[source];
        return theirs > 0 && theirs >= LeastCoverage * (theirs + _uncoveredOf[source]);
    }

    /// <summary>
    /// Ratio of the likelihoods of how many the account held whom no strong one did: as many as there are, against as many as lost entries of
    /// the strong ones and backgrounds bring.
    /// </summary>
    double Bits(int account)
    {
        Array.Clear(_covered);
        Array.Clear(_uncovered);
        foreach (var p in _heldBy[account])
        {
            if (_coverage[p] < 2)
            {
                (_coverage[p] == 1 ? _covered : _uncovered)[_sourceOf[p]] += _weights[p];
            }
        }

        double missed = 0, reference = 0;
        for (var source = 0; source < _covered.Length; source++)
        {
            if (IsMostlyTheirs(source))
            {
                missed += _uncoveredOf[source] - _uncovered[source];
                reference += _coveredOf[source] - _covered[source];
            }
        }

        var pooled = reference >= LeastReference ? missed / reference : UsualOdds;
        double observed = 0, expected = 0;
        for (var source = 0; source < _covered.Length; source++)
        {
            observed += _uncovered[source];
            expected += _background(account, source, IsMostlyTheirs(source));
            expected += _covered[source] * OddsBeside(source, pooled);
        }

        return observed <= expected ? 0
            : (observed * Math.Log(observed / Math.Max(expected, 0.5)) - (observed - expected)) / Math.Log(2);
    }

    /// <summary>The odds of being missed among the seized people whom the account did not hold, on the safe side of chance.</summary>
    double OddsBeside(int source, double pooled)
    {
        var others = _coveredOf[source] - _covered[source];
        if (!IsMostlyTheirs(source) || others < LeastReference)
        {
            return pooled;
        }

        var missed = _uncoveredOf[source] - _uncovered[source];
        return (missed + Math.Sqrt(missed) + 1) / others;
    }
}
