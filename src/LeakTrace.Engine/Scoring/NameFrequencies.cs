using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// How common the names of one side are on the other. Agreement on a name is worth what its frequency says, so rarity
/// enters the comparison pattern as levels.
/// </summary>
public sealed class NameFrequencies
{
    /// <summary>Frequencies that part very common, common, uncommon and rare names.</summary>
    static readonly double[] _bounds = [1e-3, 1e-4, 1e-5];

    /// <summary>A mask that fits fewer names than this is a rare one.</summary>
    const double RareMask = 2e-3;

    /// <summary>Rarity classes of full names, then of masked ones.</summary>
    const int Classes = 6;

    readonly double[] _agreement = new double[Classes];

    /// <summary>Judges the names of <paramref name="left"/> by those of <paramref name="right"/>, and sets <see cref="PersonColumns.NameRarity"/>.</summary>
    public NameFrequencies(PersonColumns left, IReadOnlyList<PersonColumns> right, ParallelOptions? parallel = null)
    {
        left.NameRarity = new byte[left.Count];
        if (left.Name is not { } names)
        {
            return;
        }

        var places = new Dictionary<ulong, int>(names.Length);
        foreach (var name in names)
        {
            places.TryAdd(name, places.Count);
        }

        var tally = new Tally(places.Count);
        Parallel.For(0, right.Count, parallel ?? new ParallelOptions(), () => new Tally(places.Count), (t, _, own) =>
        {
            own.Count(right[t], places);
            return own;
        }, own =>
        {
            lock (tally)
            {
                tally.Add(own);
            }
        });
        Judge(left, names, places, tally);
    }

    /// <summary>Probability that a random pair agrees on the name and the name is of a rarity, or fits a mask of a rarity.</summary>
    public double AgreementOf(NameLevel level) => level switch
    {
        >= NameLevel.ExactVeryCommon => _agreement[level - NameLevel.ExactVeryCommon],
        NameLevel.MaskCommon => _agreement[4],
        NameLevel.MaskRare => _agreement[5],
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    void Judge(PersonColumns left, ulong[] names, Dictionary<ulong, int> places, Tally tally)
    {
        var total = Math.Max(1, tally.Total);
        long present = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            if (name == 0)
            {
                continue;
            }

            present++;
            if (PackedName.HasWildcard(name))
            {
                var fits = MaskFrequency(name, tally.Firsts, tally.Lasts, total);
                left.NameRarity[i] = (byte)(fits < RareMask ? 1 : 0);
                _agreement[4 + left.NameRarity[i]] += fits;
            }
            else
            {
                // One of those counted is likely the person herself; half a record stands for the rest that were never seen.
                var frequency = Math.Max(tally.Names[places[name]] - 1, 0.5) / total;
                left.NameRarity[i] = (byte)ClassOf(frequency);
                _agreement[left.NameRarity[i]] += frequency;
            }
        }

        for (var c = 0; c < Classes; c++)
        {
            _agreement[c] = Math.Max(_agreement[c] / Math.Max(1, present), 1e-9);
        }
    }

    static int ClassOf(double frequency)
    {
        var rarity = 0;
        while (rarity < _bounds.Length && frequency < _bounds[rarity])
        {
            rarity++;
        }

        return rarity;
    }

    static double MaskFrequency(ulong name, long[] firsts, long[] lasts, long total)
    {
        var first = PackedName.UnitAt(name, 0);
        var last = PackedName.UnitAt(name, PackedName.LengthOf(name) - 1);
        var frequency = first == PackedName.Wildcard ? 1 : (firsts[first] + 0.5) / total;
        return last == PackedName.Wildcard ? frequency : frequency * (lasts[last] + 0.5) / total;
    }

    /// <summary>How often each name of the one side, each first and each last character is on the other.</summary>
    sealed class Tally(int names)
    {
        public long[] Names { get; } = new long[names];

        public long[] Firsts { get; } = new long[1 << 16];

        public long[] Lasts { get; } = new long[1 << 16];

        public long Total { get; private set; }

        public void Count(PersonColumns table, Dictionary<ulong, int> places)
        {
            foreach (var name in table.Name ?? [])
            {
                if (name == 0)
                {
                    continue;
                }

                Total++;
                if (places.TryGetValue(name, out var place))
                {
                    Names[place]++;
                }

                if (!PackedName.IsLong(name))
                {
                    Firsts[PackedName.UnitAt(name, 0)]++;
                    Lasts[PackedName.UnitAt(name, PackedName.LengthOf(name) - 1)]++;
                }
            }
        }

        public void Add(Tally other)
        {
            Total += other.Total;
            Add(Names, other.Names);
            Add(Firsts, other.Firsts);
            Add(Lasts, other.Lasts);
        }

        static void Add(long[] sums, long[] counts)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += counts[i];
            }
        }
    }
}
