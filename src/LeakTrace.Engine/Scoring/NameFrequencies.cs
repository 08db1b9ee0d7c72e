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
    public NameFrequencies(PersonColumns left, IReadOnlyList<PersonColumns> right)
    {
        left.NameRarity = new byte[left.Count];
        if (left.Name is not { } names)
        {
            return;
        }

        var counts = new Dictionary<ulong, int>();
        foreach (var name in names)
        {
            counts.TryAdd(name, 0);
        }

        var units = new long[65536];
        var lasts = new long[65536];
        long total = 0;
        foreach (var table in right)
        {
            total += Count(table, counts, units, lasts);
        }

        Judge(left, names, counts, units, lasts, Math.Max(1, total));
    }

    /// <summary>Probability that a random pair agrees on the name and the name is of a rarity, or fits a mask of a rarity.</summary>
    public double AgreementOf(NameLevel level) => level switch
    {
        >= NameLevel.ExactVeryCommon => _agreement[level - NameLevel.ExactVeryCommon],
        NameLevel.MaskCommon => _agreement[4],
        NameLevel.MaskRare => _agreement[5],
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    static long Count(PersonColumns table, Dictionary<ulong, int> counts, long[] units, long[] lasts)
    {
        long total = 0;
        foreach (var name in table.Name ?? [])
        {
            if (name == 0)
            {
                continue;
            }

            total++;
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(counts, name);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
            {
                count++;
            }

            if (!PackedName.IsLong(name))
            {
                units[PackedName.UnitAt(name, 0)]++;
                lasts[PackedName.UnitAt(name, PackedName.LengthOf(name) - 1)]++;
            }
        }

        return total;
    }

    void Judge(PersonColumns left, ulong[] names, Dictionary<ulong, int> counts, long[] units, long[] lasts, long total)
    {
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
                var fits = MaskFrequency(name, units, lasts, total);
                left.NameRarity[i] = (byte)(fits < RareMask ? 1 : 0);
                _agreement[4 + left.NameRarity[i]] += fits;
            }
            else
            {
                // One of those counted is likely the person herself; half a record stands for the rest that were never seen.
                var frequency = Math.Max(counts[name] - 1, 0.5) / total;
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

    static double MaskFrequency(ulong name, long[] units, long[] lasts, long total)
    {
        var first = PackedName.UnitAt(name, 0);
        var last = PackedName.UnitAt(name, PackedName.LengthOf(name) - 1);
        var frequency = first == PackedName.Wildcard ? 1 : (units[first] + 0.5) / total;
        return last == PackedName.Wildcard ? frequency : frequency * (lasts[last] + 0.5) / total;
    }
}
