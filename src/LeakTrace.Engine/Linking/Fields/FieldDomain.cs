using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>
/// A field of both sides as numbers: every record has the number of its normal form, zero where it has none. Equality is told apart by how common
/// the value is, so that rarity is a level as any other.
/// </summary>
sealed class FieldDomain
{
    /// <summary>Most pairs that are compared in one call.</summary>
    public const int MostAtOnce = 512;

    /// <summary>Levels of equality, from very common to very rare.</summary>
    public const int RarityLevels = 5;

    const int MostCached = 3_000_000;

    static readonly double[] _shares = [0.05, 0.005, 0.0005, 0.00005];

    static readonly string[] _sameNames = ["same-very-common", "same-common", "same-uncommon", "same-rare", "same-very-rare"];

    readonly IFieldValues _values;
    readonly Lazy<Tokens> _tokens;
    readonly byte[] _rarity;
    readonly byte[] _equal;
    readonly byte[]? _cache;
    readonly int _count;

    /// <summary>Creates the domain of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="texts">Normal forms; the first is the empty one.</param>
    /// <param name="values">How two of them compare.</param>
    /// <param name="left">Normal form of each left record.</param>
    /// <param name="right">Normal form of each right record; the same array within one table.</param>
    /// <param name="tokens">Words of the normal forms, where they were split already.</param>
    public FieldDomain(LinkField field, string[] texts, IFieldValues values, int[] left, int[] right, Tokens? tokens = null)
    {
        Field = field;
        Texts = texts;
        _values = values;
        _tokens = tokens is null ? new Lazy<Tokens>(() => new Tokens(texts)) : new Lazy<Tokens>(tokens);
        Left = left;
        Right = right;
        _count = texts.Length;
        LeftCounts = Count(left, _count);
        RightCounts = ReferenceEquals(left, right) ? LeftCounts : Count(right, _count);
        LeftPresent = left.Length - LeftCounts[0];
        RightPresent = right.Length - RightCounts[0];
        Partial = values.Levels.Count;
        _rarity = new byte[_count];
        for (var v = 1; v < _count; v++)
        {
            var share = (LeftCounts[v] / Math.Max(1.0, LeftPresent) + RightCounts[v] / Math.Max(1.0, RightPresent)) / 2;
            var rarity = 0;
            while (rarity < _shares.Length && share < _shares[rarity])
            {
                rarity++;
            }

            _rarity[v] = (byte)rarity;
        }

        _equal = new byte[_count];
        for (var v = 1; v < _count; v++)
        {
            _equal[v] = values.IsOpen(v) ? (byte)0 : (byte)(Same + _rarity[v]);
        }

        // A table of levels pays where a pair of values comes several times.
        var square = (long)_count * _count;
        _cache = square <= MostCached && 2 * square <= (long)left.Length * right.Length ? new byte[square] : null;
    }

    /// <summary>The field.</summary>
    public LinkField Field { get; }

    /// <summary>Normal forms; the first is the empty one.</summary>
    public string[] Texts { get; }

    /// <summary>Words of the normal forms, split when they are asked for; from any thread.</summary>
    public Tokens Tokens => _tokens.Value;

    /// <summary>Normal form of each left record.</summary>
    public int[] Left { get; }

    /// <summary>Normal form of each right record.</summary>
    public int[] Right { get; }

    /// <summary>Number of left records with each normal form.</summary>
    public int[] LeftCounts { get; }

    /// <summary>Number of right records with each normal form.</summary>
    public int[] RightCounts { get; }

    /// <summary>Number of left records that have the field.</summary>
    public int LeftPresent { get; }

    /// <summary>Number of right records that have the field.</summary>
    public int RightPresent { get; }

    /// <summary>Number of levels from different up, below equality; of names, the next one is that of values swapped with another field.</summary>
    public int Partial { get; }

    /// <summary>Level of a name that stands in another field of the other record; of other types, the last one below equality.</summary>
    public int Swapped => Field.Type == FieldType.Name ? Partial + 1 : Partial;

    /// <summary>Lowest level of equality.</summary>
    public int Same => Swapped + 1;

    /// <summary>Number of levels, absent included.</summary>
    public int Levels => Same + RarityLevels;

    /// <summary>Level of equality of a value, as an offset from <see cref="Same"/>.</summary>
    public int RarityOf(int value) => _rarity[value];

    /// <summary>Whether a value has unknown positions.</summary>
    public bool IsOpen(int value) => _values.IsOpen(value);

    /// <summary>Name of a level.</summary>
    public string NameOf(int level) =>
        level == 0 ? "absent" : level <= Partial ? _values.Levels[level - 1] : level < Same ? "swapped" : _sameNames[level - Same];

    /// <summary>Level of two values.</summary>
    public int Between(int left, int right)
    {
        if (left == right && _equal[left] != 0)
        {
            return _equal[left];
        }

        if (left == 0 || right == 0)
        {
            return 0;
        }

        if (_cache is null)
        {
            return _values.Between(left, right);
        }

        // Two threads may find the same level at once: both write the same byte.
        var cached = _cache[left * _count + right];
        return cached != 0 ? cached - 1 : Fill(left, right);
    }

    /// <summary>Adds the levels of many pairs of values to their patterns, at a bit; no more pairs than <see cref="MostAtOnce"/>.</summary>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<ulong> patterns, int bit)
    {
        Span<int> places = stackalloc int[MostAtOnce], openLeft = stackalloc int[MostAtOnce], openRight = stackalloc int[MostAtOnce];
        var open = 0;
        for (var i = 0; i < patterns.Length; i++)
        {
            int left = lefts[i], right = rights[i];
            if (left == 0 || right == 0)
            {
                continue;
            }

            var known = left == right && _equal[left] != 0 ? _equal[left] : _cache is null ? -1 : _cache[left * _count + right] - 1;
            if (known >= 0)
            {
                patterns[i] |= (ulong)(uint)known << bit;
            }
            else
            {
                (places[open], openLeft[open], openRight[open]) = (i, left, right);
                open++;
            }
        }

        Span<byte> levels = stackalloc byte[MostAtOnce];
        levels = levels[..open];
        _values.Between(openLeft[..open], openRight[..open], levels);
        for (var i = 0; i < levels.Length; i++)
        {
            patterns[places[i]] |= (ulong)levels[i] << bit;
            if (_cache is not null)
            {
                _cache[openLeft[i] * _count + openRight[i]] = (byte)(levels[i] + 1);
            }
        }
    }

    int Fill(int left, int right)
    {
        var level = _values.Between(left, right);
        _cache![left * _count + right] = (byte)(level + 1);
        return level;
    }

    static int[] Count(int[] values, int count)
    {
        var counts = new int[count];
        foreach (var value in values)
        {
            counts[value]++;
        }

        return counts;
    }
}
