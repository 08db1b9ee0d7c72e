namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Do calls follow admissions? Two things are looked at: whether those admitted first are called first, and how soon after an admission
/// its call comes. Both are compared with what they would be if the admission times were dealt out anew among all admissions of the source
/// in the same part of the day: a permutation test, exact whatever the times of admissions and calls look like.
/// </summary>
/// <remarks>
/// The two measures are put on one scale by their mean and deviation over all permutations, the observed one among them, and the larger
/// counts: a symmetric function of all of them, so that the test stays exact (Phipson &amp; Smyth 2010).
/// </remarks>
public sealed class CallTest
{
    /// <summary>Fewer people than this are not tested.</summary>
    public const int FewestPeople = 5;

    const long Day = 86_400;
    const long Soon = 3 * Day;
    const double NearDays = 3;
    const int PartsOfDay = 4;
    readonly CalledSource _source;
    readonly int[] _admissions;
    readonly int[] _partOf;
    readonly int[][] _membersOf;
    readonly double[] _rankOf;
    readonly double[] _callRanks;
    readonly int[] _dealt;
    ulong _random;

    CallTest(CalledSource source, ulong seed)
    {
        _source = source;
        _random = seed;
        _rankOf = Ranks(source.AdmittedAt);
        var members = new List<int>[PartsOfDay];
        for (var part = 0; part < PartsOfDay; part++)
        {
            members[part] = [];
        }

        for (var a = 0; a < source.AdmittedAt.Length; a++)
        {
            members[PartOf(source.AdmittedAt[a])].Add(a);
        }

        _membersOf = Array.ConvertAll(members, list => list.ToArray());
        var admissions = new List<int>();
        var first = new long[source.People.Count];
        for (var p = 0; p < source.People.Count; p++)
        {
            admissions.AddRange(source.People[p].Admissions);
            first[p] = source.People[p].CalledAt[0];
        }

        _admissions = [.. admissions];
        _partOf = Array.ConvertAll(_admissions, admission => PartOf(source.AdmittedAt[admission]));
        _dealt = [.. _admissions];
        _callRanks = Ranks(first);
    }

    /// <summary>Tests one source.</summary>
    /// <param name="source">Its admissions and calls.</param>
    /// <param name="permutations">How many times admission times are dealt out anew.</param>
    /// <param name="seed">Seed of the permutations: the same seed gives the same result.</param>
    public static CallTestResult Run(CalledSource source, int permutations, ulong seed)
    {
        if (source.People.Count < FewestPeople)
        {
            return CallTestResult.None;
        }

        return new CallTest(source, seed).Run(permutations);
    }

    CallTestResult Run(int permutations)
    {
        var order = new double[permutations + 1];
        var nearness = new double[permutations + 1];
        double soonSum = 0;
        (order[0], nearness[0], var soon) = Measure();
        for (var i = 1; i <= permutations; i++)
        {
            Deal();
            (order[i], nearness[i], var soonNow) = Measure();
            soonSum += soonNow;
        }

        var correlation = order[0];
        Standardise(order);
        Standardise(nearness);
        var observed = Math.Max(order[0], nearness[0]);
        var asLarge = 0;
        for (var i = 0; i <= permutations; i++)
        {
            asLarge += Math.Max(order[i], nearness[i]) >= observed ? 1 : 0;
        }

        return new CallTestResult(asLarge / (permutations + 1.0), correlation, soon, soonSum / permutations);
    }

    static int PartOf(long instant) => (int)(instant % Day * PartsOfDay / Day);

    /// <summary>Deals the times of each part of the day out anew, as far as they are asked for: Fisher &amp; Yates from the front.</summary>
    void Deal()
    {
        Span<int> used = stackalloc int[PartsOfDay];
        for (var i = 0; i < _admissions.Length; i++)
        {
            var members = _membersOf[_partOf[i]];
            var at = used[_partOf[i]]++;
            var other = at + (int)Below((ulong)(members.Length - at));
            (members[at], members[other]) = (members[other], members[at]);
            _dealt[i] = members[at];
        }
    }

    (double Order, double Nearness, long Soon) Measure()
    {
        double nearness = 0;
        long soon = 0;
        double sum = 0, squares = 0, product = 0, callSum = 0, callSquares = 0;
        var at = 0;
        for (var p = 0; p < _source.People.Count; p++)
        {
            var person = _source.People[p];
            var dealt = _dealt.AsSpan(at, person.Admissions.Length);
            at += person.Admissions.Length;
            var rank = double.MaxValue;
            foreach (var admission in dealt)
            {
                rank = Math.Min(rank, _rankOf[admission]);
            }

            sum += rank;
            squares += rank * rank;
            product += rank * _callRanks[p];
            callSum += _callRanks[p];
            callSquares += _callRanks[p] * _callRanks[p];
            var (nearest, soonCalls) = Follow(person, dealt);
            nearness += nearest;
            soon += soonCalls;
        }

        var n = _source.People.Count;
        var variance = (squares - sum * sum / n) * (callSquares - callSum * callSum / n);
        return (variance > 0 ? (product - sum * callSum / n) / Math.Sqrt(variance) : 0, nearness, soon);
    }

    (double Nearest, int Soon) Follow(CalledPerson person, ReadOnlySpan<int> dealt)
    {
        double nearest = 0;
        var soon = 0;
        foreach (var call in person.CalledAt)
        {
            var lag = long.MaxValue;
            foreach (var admission in dealt)
            {
                var since = call - _source.AdmittedAt[admission];
                lag = since >= 0 ? Math.Min(lag, since) : lag;
            }

            if (lag != long.MaxValue)
            {
                nearest = Math.Max(nearest, Math.Exp(-lag / (NearDays * Day)));
                soon += lag <= Soon ? 1 : 0;
            }
        }

        return (nearest, soon);
    }

    static void Standardise(double[] values)
    {
        double mean = 0, variance = 0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        foreach (var value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        var deviation = Math.Sqrt(variance);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = deviation > 0 ? (values[i] - mean) / deviation : 0;
        }
    }

    /// <summary>Ranks from 1, equal values sharing the mean of theirs.</summary>
    static double[] Ranks(long[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
        var ranks = new double[values.Length];
        for (int first = 0, end; first < order.Length; first = end)
        {
            for (end = first + 1; end < order.Length && values[order[end]] == values[order[first]]; end++)
            {
            }

            for (var i = first; i < end; i++)
            {
                ranks[order[i]] = (first + end + 1) / 2.0;
            }
        }

        return ranks;
    }

    /// <summary>Uniform below a limit: SplitMix64 (Steele, Lea &amp; Flood 2014), multiplied and shifted (Lemire 2019).</summary>
    ulong Below(ulong limit)
    {
        var x = _random += 0x9E37_79B9_7F4A_7C15;
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return Math.BigMul(x ^ (x >> 31), limit, out _);
    }
}
