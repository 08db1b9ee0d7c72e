using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// How many pairs of records are equal in two fields at once, counted from the values, which takes a pass over the records and none over their pairs; and
/// what the one field shows among pairs that are equal in the other, from a sample that is the same in every run. Of large tables, a part is counted.
/// </summary>
sealed class SharedValues
{
    const int MostRecords = 100_000;
    const int Drawn = 4_096;
    const int Rarities = FieldDomain.RarityLevels;

    readonly FieldDomain[] _fields;
    readonly bool _isOneTable;
    readonly bool[] _isLeft;
    readonly bool[] _isRight;
    readonly ValueGroups?[] _groups;

    /// <summary>Prepares counts.</summary>
    public SharedValues(FieldDomain[] fields, int left, int right, bool isOneTable)
    {
        _fields = fields;
        _isOneTable = isOneTable;
        _isLeft = Chosen(left, 1);
        _isRight = isOneTable ? _isLeft : Chosen(right, 2);
        _groups = new ValueGroups?[fields.Length];
        double chosen = isOneTable ? Pairs(CountOf(_isLeft)) : (double)CountOf(_isLeft) * CountOf(_isRight);
        Share = chosen / Math.Max(1, isOneTable ? Pairs(left) : (double)left * right);
    }

    /// <summary>Share of all pairs that is counted.</summary>
    public double Share { get; }

    /// <summary>Counts the pairs that have two fields.</summary>
    public SharedCounts Between(int first, int second, RandomPairs random)
    {
        FieldDomain f = _fields[first], g = _fields[second];
        var groups = GroupsOf(first);
        var both = new double[Rarities * Rarities];
        var ofFirst = new double[Rarities];
        var seen = new int[g.Texts.Length];
        for (var v = 1; v < f.Texts.Length; v++)
        {
            ReadOnlySpan<int> lefts = groups.Left(v), rights = groups.Right(v);
            if (lefts.Length == 0 || rights.Length == 0 || lefts.Length == 1 && _isOneTable || f.IsOpen(v))
            {
                continue;
            }

            var rarity = f.RarityOf(v);
            long leftPresent = 0, rightPresent = 0;
            foreach (var record in lefts)
            {
                var w = g.Left[record];
                leftPresent += w == 0 ? 0 : 1;
                if (_isOneTable && w != 0 && !g.IsOpen(w))
                {
                    both[rarity * Rarities + g.RarityOf(w)] += seen[w];
                }

                seen[w]++;
            }

            if (!_isOneTable)
            {
                foreach (var record in rights)
                {
                    var w = g.Right[record];
                    rightPresent += w == 0 ? 0 : 1;
                    if (w != 0 && !g.IsOpen(w))
                    {
                        both[rarity * Rarities + g.RarityOf(w)] += seen[w];
                    }
                }
            }

            foreach (var record in lefts)
            {
                seen[g.Left[record]] = 0;
            }

            ofFirst[rarity] += _isOneTable ? Pairs(leftPresent) : (double)leftPresent * rightPresent;
        }

        return new SharedCounts(first, second, both, ofFirst, Margin(second, first, out var pairs), pairs)
        {
            SimilarInSecond = new(() => SimilarGiven(first, second)),
            SimilarInBoth = new(() => random.Similar(_fields, first, second)),
            SimilarInFirst = new(() => SimilarGiven(second, first)),
        };
    }

    /// <summary>How many have similar values of a field among pairs drawn from those that are equal in another one, and how many have it.</summary>
    (int Similar, int Drawn) SimilarGiven(int field, int shown)
    {
        var groups = GroupsOf(field);
        var sums = groups.PairSums(_isOneTable, _fields[field]);
        int similar = 0, drawn = 0;
        for (var i = 0; i < Drawn && sums[^1] > 0; i++)
        {
            ulong random = Hash64.Mix((ulong)i + 0x9E3779B97F4A7C15, 0xA24BAED4963EE407), other = Hash64.Mix(random, 0x9FB21C651E98DF25);
            var v = ValueAt(sums, (random >> 11) * (1.0 / (1L << 53)) * sums[^1]);
            ReadOnlySpan<int> lefts = groups.Left(v), rights = groups.Right(v);
            var a = (int)(((other & 0xFFFFFFFF) * (ulong)lefts.Length) >> 32);
            var b = (int)(((other >> 32) * (ulong)(rights.Length - (_isOneTable ? 1 : 0))) >> 32);
            b += _isOneTable && b >= a ? 1 : 0;
            var level = _fields[shown].Between(_fields[shown].Left[lefts[a]], _fields[shown].Right[rights[b]]);
            similar += level > 1 && level < _fields[shown].Same ? 1 : 0;
            drawn += level > 0 ? 1 : 0;
        }

        return (similar, drawn);
    }

    /// <summary>Pairs equal in a field, by rarity, among those that have another one too.</summary>
    double[] Margin(int field, int with, out double pairs)
    {
        FieldDomain f = _fields[field], g = _fields[with];
        var left = new int[f.Texts.Length];
        var leftPresent = Count(_isLeft, f.Left, g.Left, left);
        var right = left;
        var rightPresent = leftPresent;
        if (!_isOneTable)
        {
            right = new int[f.Texts.Length];
            rightPresent = Count(_isRight, f.Right, g.Right, right);
        }

        var margin = new double[Rarities];
        for (var v = 1; v < left.Length; v++)
        {
            if (!f.IsOpen(v))
            {
                margin[f.RarityOf(v)] += _isOneTable ? Pairs(left[v]) : (double)left[v] * right[v];
            }
        }

        pairs = _isOneTable ? Pairs(leftPresent) : (double)leftPresent * rightPresent;
        return margin;
    }

    /// <summary>The first value whose running sum is greater.</summary>
    static int ValueAt(double[] sums, double place)
    {
        int low = 0, high = sums.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sums[middle] > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    ValueGroups GroupsOf(int field) => _groups[field] ??= new ValueGroups(_fields[field], _isLeft, _isRight);

    static int Count(bool[] chosen, int[] values, int[] others, int[] counts)
    {
        var present = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (chosen[i] && values[i] != 0 && others[i] != 0)
            {
                counts[values[i]]++;
                present++;
            }
        }

        return present;
    }

    /// <summary>Records that are counted: all, or as good as drawn.</summary>
    static bool[] Chosen(int records, ulong side)
    {
        var chosen = new bool[records];
        for (var i = 0; i < records; i++)
        {
            chosen[i] = records <= MostRecords || Hash64.Mix((ulong)i, side * 0xD1B54A32D192ED03) % (ulong)records < MostRecords;
        }

        return chosen;
    }

    static int CountOf(bool[] chosen)
    {
        var count = 0;
        foreach (var isChosen in chosen)
        {
            count += isChosen ? 1 : 0;
        }

        return count;
    }

    static double Pairs(long records) => 0.5 * records * (records - 1);
}
