using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Backgrounds for the reads that the log lost of the strongest accounts. Where an account reads what another one reads, far
/// beyond what their sources bring (its companion), the companion's entries tell where the lost ones lay. Without these
/// backgrounds a colleague of the insider takes over what the insider's lost entries leave, and looks like a second insider.
/// </summary>
sealed class LostReads
{
    /// <summary>Accounts whose lost reads get a background; one bit each in a byte.</summary>
    public const int Most = 8;

    const double LeastStandardScore = 4;
    readonly AccessEvents _events;
    readonly RegistryRecords _registry;
    readonly int[] _sourceOf;
    readonly int[] _strong;
    readonly byte[] _companionOf;
    readonly byte[] _heldBy;
    readonly byte[] _hinted;
    readonly byte[] _hintedTwice;

    /// <summary>Finds the companions of the strong accounts, given strongest first.</summary>
    public LostReads(AccessEvents events, RegistryRecords registry, int[] sourceOf, int[] strong, long lastSentAt)
    {
        _events = events;
        _registry = registry;
        _sourceOf = sourceOf;
        _strong = strong;
        _companionOf = new byte[events.Names.Count];
        _heldBy = new byte[registry.Count];
        _hinted = new byte[registry.Count];
        _hintedTwice = new byte[registry.Count];
        var holdings = AccountHoldings.Split(events.Keys);
        foreach (var held in holdings)
        {
            if (Array.IndexOf(strong, held.Account) is >= 0 and var bit)
            {
                Hold(held, (byte)(1 << bit), lastSentAt);
            }
        }

        var shares = Shares();
        foreach (var held in holdings)
        {
            _companionOf[held.Account] = Companions(held, shares, lastSentAt);
            Hint(held, _companionOf[held.Account], lastSentAt);
        }
    }

    /// <summary>Accounts with evidence enough to be needed, strongest first.</summary>
    public static int[] Strongest(LeakRateFit fit, int firstAccount, double leastBits)
    {
        var bits = fit.LogLikelihoodRatioBits;
        var strong = new List<int>();
        for (var holder = firstAccount; holder < bits.Length; holder++)
        {
            if (bits[holder] >= leastBits)
            {
                strong.Add(holder - firstAccount);
            }
        }

        strong.Sort((a, b) => bits[firstAccount + a] != bits[firstAccount + b]
            ? bits[firstAccount + b].CompareTo(bits[firstAccount + a]) : a.CompareTo(b));
        return [.. strong.GetRange(0, Math.Min(strong.Count, Most))];
    }

    /// <summary>
    /// Number of backgrounds, two for each strong account: people whom one companion at least held, and those whom two did, for the
    /// more of them read a record the surer it is that the strong account did.
    /// </summary>
    public int Count => 2 * _strong.Length;

    /// <summary>Backgrounds, a bit each, that hold a person whom these accounts held in time.</summary>
    public int Of(List<int> accounts)
    {
        int held = 0, once = 0, twice = 0;
        foreach (var account in accounts)
        {
            held |= Array.IndexOf(_strong, account) is >= 0 and var bit ? 1 << bit : 0;
            twice |= once & _companionOf[account];
            once |= _companionOf[account];
        }

        return (once & ~held) | ((twice & ~held) << _strong.Length);
    }

    /// <summary>Number of unseized people that a background holds.</summary>
    public double Unseized(int background, int[] personOf)
    {
        var hints = background < _strong.Length ? _hinted : _hintedTwice;
        double people = 0;
        for (var record = 0; record < personOf.Length; record++)
        {
            people += personOf[record] < 0 && ((hints[record] & ~_heldBy[record]) >> (background % _strong.Length) & 1) != 0 ? 1 : 0;
        }

        return people;
    }

    void Hold(AccountHoldings held, byte bit, long lastSentAt)
    {
        for (var at = held.First; at < held.End; at++)
        {
            _heldBy[(int)(uint)_events.Keys[at]] |= _events.Times[at] <= lastSentAt ? bit : (byte)0;
        }
    }

    void Hint(AccountHoldings held, byte bits, long lastSentAt)
    {
        for (var at = held.First; at < held.End && bits != 0; at++)
        {
            // The first event on a record is the earliest; later ones are no second companion.
            if (_events.Times[at] <= lastSentAt && (at == held.First || _events.Keys[at] != _events.Keys[at - 1]))
            {
                var record = (int)(uint)_events.Keys[at];
                _hintedTwice[record] |= (byte)(_hinted[record] & bits);
                _hinted[record] |= bits;
            }
        }
    }

    /// <summary>Share of every source's records that each strong account holds.</summary>
    double[,] Shares()
    {
        var sources = 0;
        foreach (var source in _sourceOf)
        {
            sources = Math.Max(sources, source);
        }

        var shares = new double[_strong.Length, sources + 1];
        var records = new double[sources + 1];
        for (var t = 0; t < _registry.Tables.Count; t++)
        {
            for (var row = 0; row < _registry.Tables[t].Count; row++)
            {
                var record = _registry.StartOf(t) + row;
                records[_sourceOf[record]]++;
                for (int bits = _heldBy[record]; bits != 0; bits &= bits - 1)
                {
                    shares[BitOperations.TrailingZeroCount(bits), _sourceOf[record]]++;
                }
            }
        }

        for (var s = 0; s < _strong.Length; s++)
        {
            for (var source = 0; source <= sources; source++)
            {
                shares[s, source] /= Math.Max(1, records[source]);
            }
        }

        return shares;
    }

    /// <summary>Strong accounts, a bit each, that an account of less evidence is a companion of.</summary>
    byte Companions(AccountHoldings held, double[,] shares, long lastSentAt)
    {
        var own = Array.IndexOf(_strong, held.Account);
        Span<double> both = stackalloc double[Most];
        Span<double> expected = stackalloc double[Most];
        Span<double> variance = stackalloc double[Most];
        both.Clear();
        expected.Clear();
        variance.Clear();
        for (var at = held.First; at < held.End; at++)
        {
            if ((at > held.First && _events.Keys[at] == _events.Keys[at - 1]) || _events.Times[at] > lastSentAt)
            {
                continue;
            }

            var record = (int)(uint)_events.Keys[at];
            for (var s = 0; s < _strong.Length; s++)
            {
                var share = shares[s, _sourceOf[record]];
                both[s] += (_heldBy[record] >> s) & 1;
                expected[s] += share;
                variance[s] += share * (1 - share);
            }
        }

        byte companions = 0;
        for (var s = 0; s < (own < 0 ? _strong.Length : own); s++)
        {
            var isCompanion = both[s] - expected[s] >= LeastStandardScore * Math.Sqrt(variance[s]) && variance[s] > 0;
            companions |= (byte)(isCompanion ? 1 << s : 0);
        }

        return companions;
    }
}
