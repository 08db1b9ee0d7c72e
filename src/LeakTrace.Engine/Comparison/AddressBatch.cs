using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// Compares addresses of two tables, many pairs at a time; the levels are those of <see cref="AddressComparison.Between"/>. Pairs in a row that have the
/// right record in common cost least. Not for several threads at a time.
/// </summary>
public sealed class AddressBatch
{
    const int Lanes = SubsequenceLanes<uint>.Lanes;
    const int LongestText = SubsequenceLanes<uint>.LongestText;

    // Looking up fewer texts costs more than it saves; long probes have lanes of their own, and those of the others must end first.
    const int FewestShort = 2;
    const int FewestLong = 16;

    readonly ulong[] _signatures;
    readonly TextHeap _texts;
    readonly bool _mayBeMasked;
    readonly SubsequenceLanes<uint> _short = new();
    SubsequenceLanes<ulong>? _long;
    bool _isLong;

    // Pairs that wait for their common subsequence; the entry behind the last is written, too.
    readonly int[] _pairs = new int[Lanes + 1];
    readonly int[] _starts = new int[Lanes + 1];
    readonly int[] _lengths = new int[Lanes + 1];
    readonly int[] _otherLengths = new int[Lanes + 1];
    int _waiting;

    /// <summary>Prepares for the addresses of the left side.</summary>
    /// <param name="signatures">Signatures by record.</param>
    /// <param name="texts">Folded addresses by record.</param>
    public AddressBatch(ulong[] signatures, TextHeap texts)
    {
        _signatures = signatures;
        _texts = texts;
        _mayBeMasked = texts.Characters.AsSpan().Contains('*');
    }

    /// <summary>Writes the level of each pair, in order.</summary>
    /// <param name="left">Left record of each pair.</param>
    /// <param name="signatures">Signatures of the right side, by record.</param>
    /// <param name="texts">Folded addresses of the right side, by record.</param>
    /// <param name="right">Right record of each pair; as many as <paramref name="left"/>.</param>
    /// <param name="levels">At least as many levels as <paramref name="left"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="right"/> or <paramref name="levels"/> is shorter.</exception>
    public void Levels(ReadOnlySpan<int> left, ulong[] signatures, TextHeap texts, ReadOnlySpan<int> right, Span<AddressLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, left.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, left.Length, nameof(levels));
        var sides = new Sides(left, signatures, texts, right, levels);
        for (var from = 0; from < left.Length;)
        {
            var to = from + 1;
            while (to < left.Length && right[to] == right[from])
            {
                to++;
            }

            Run(in sides, from, to);
            from = to;
        }

        Finish(in sides);
    }

    /// <summary>Pairs with one right record.</summary>
    void Run(in Sides sides, int from, int to)
    {
        var probe = sides.TextOf(from);
        var isPlain = probe.Length is > 0 and <= LongestText && !probe.Contains('*');
        var isLong = probe.Length > SubsequenceLanes<uint>.LongestProbe;
        if (!isPlain || to - from < (isLong ? FewestLong : FewestShort))
        {
            for (; from < to; from++)
            {
                sides.Levels[from] = Alone(in sides, from, isPlain);
            }

            return;
        }

        if (isLong != _isLong)
        {
            Finish(in sides);
            _isLong = isLong;
            _long = isLong ? _long ?? new SubsequenceLanes<ulong>() : _long;
        }

        for (var isSet = false; from < to;)
        {
            var first = _waiting;
            from = Collect(in sides, from, to, probe.Length);
            if (_waiting > first)
            {
                Fill(probe, isSet, first);
                isSet = true;
            }

            if (_waiting == Lanes)
            {
                Finish(in sides);
            }
            else if (from < to)
            {
                sides.Levels[from] = Alone(in sides, from, isPlain);
                from++;
            }
        }
    }

    /// <summary>
    /// Lines up pairs that their signatures do not rule out, without a branch on what varies, until the lanes are full or a pair is of another kind;
    /// returns where it stopped.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    int Collect(in Sides sides, int from, int to, int probeLength)
    {
        var last = _texts.Characters.Length - LongestText;
        ref var offsets = ref MemoryMarshal.GetArrayDataReference(_texts.Offsets);
        ref var pairs = ref MemoryMarshal.GetArrayDataReference(_pairs);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(_lengths);
        ref var otherLengths = ref MemoryMarshal.GetArrayDataReference(_otherLengths);
        var (signatures, signature, waiting) = (_signatures, sides.SignatureOf(from), _waiting);
        var bits = BitOperations.PopCount(signature);
        var left = sides.Left;
        var levels = sides.Levels;
        for (; from < to && waiting < Lanes; from++)
        {
            var record = left[from];
            var other = signatures[record];
            var start = Unsafe.Add(ref offsets, record);
            var length = Unsafe.Add(ref offsets, record + 1) - start;
            if ((uint)(length - 1) >= LongestText || start > last || (_mayBeMasked && _texts[record].Contains('*')))
            {
                break;
            }

            levels[from] = AddressLevel.Different;
            Unsafe.Add(ref pairs, waiting) = from;
            Unsafe.Add(ref starts, waiting) = start;
            Unsafe.Add(ref lengths, waiting) = length;
            Unsafe.Add(ref otherLengths, waiting) = probeLength;

            // Not AddressComparison.CannotBeSimilar: what it tells from the smaller of the two would be a branch, and half of the time a wrong one.
            var shared = 4 * BitOperations.PopCount(signature & other);
            waiting += One(shared >= bits) | One(shared >= BitOperations.PopCount(other));
        }

        _waiting = waiting;
        return from;
    }

    void Fill(ReadOnlySpan<char> probe, bool isSet, int first)
    {
        if (_isLong)
        {
            Fill(_long!, probe, isSet, first);
        }
        else
        {
            Fill(_short, probe, isSet, first);
        }
    }

    void Fill<T>(SubsequenceLanes<T> lanes, ReadOnlySpan<char> probe, bool isSet, int first)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        if (!isSet)
        {
            lanes.SetProbe(probe);
        }

        lanes.Fill(_texts.Characters, _starts, _lengths, first, _waiting);
    }

    /// <summary>The levels of the pairs that wait.</summary>
    void Finish(in Sides sides)
    {
        if (_isLong)
        {
            Finish(_long!, in sides);
        }
        else
        {
            Finish(_short, in sides);
        }

        _waiting = 0;
    }

    void Finish<T>(SubsequenceLanes<T> lanes, in Sides sides)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        if (_waiting == 0)
        {
            return;
        }

        lanes.Advance();
        uint closer = 0;
        var waiting = _waiting;
        var levels = sides.Levels;
        ref var level = ref MemoryMarshal.GetReference(levels);
        ref var pairs = ref MemoryMarshal.GetArrayDataReference(_pairs);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(_lengths);
        ref var otherLengths = ref MemoryMarshal.GetArrayDataReference(_otherLengths);
        for (var lane = 0; lane < waiting; lane++)
        {
            int common = lanes.CommonLength(lane), length = Unsafe.Add(ref lengths, lane), other = Unsafe.Add(ref otherLengths, lane);
            var similar = One(AddressComparison.IsSome(common, length + other));
            Unsafe.Add(ref level, Unsafe.Add(ref pairs, lane)) = (AddressLevel)((int)AddressLevel.Different + similar);
            closer |= (uint)(One(common == length) | One(common == other) | One(AddressComparison.IsNear(common, length + other))) << lane;
        }

        for (; closer != 0; closer &= closer - 1)
        {
            var lane = BitOperations.TrailingZeroCount(closer);
            var pair = _pairs[lane];
            var record = sides.Left[pair];
            levels[pair] = AddressComparison.Of(
                lanes.CommonLength(lane), _signatures[record], _texts[record], sides.SignatureOf(pair), sides.TextOf(pair));
        }
    }

    /// <summary>A condition as a number, without a branch.</summary>
    static int One(bool condition) => condition ? 1 : 0;

    AddressLevel Alone(in Sides sides, int pair, bool isPlain)
    {
        var record = sides.Left[pair];
        var text = _texts[record];
        return isPlain && !_mayBeMasked && !text.IsEmpty
            ? AddressComparison.Unmasked(_signatures[record], text, sides.SignatureOf(pair), sides.TextOf(pair))
            : AddressComparison.Between(_signatures[record], text, sides.SignatureOf(pair), sides.TextOf(pair));
    }

    /// <summary>The pairs of one call.</summary>
    readonly ref struct Sides(ReadOnlySpan<int> left, ulong[] signatures, TextHeap texts, ReadOnlySpan<int> right, Span<AddressLevel> levels)
    {
        readonly ReadOnlySpan<int> _right = right;
        readonly ulong[] _signatures = signatures;
        readonly TextHeap _texts = texts;

        public ReadOnlySpan<int> Left { get; } = left;

        public Span<AddressLevel> Levels { get; } = levels;

        public ulong SignatureOf(int pair) => _signatures[_right[pair]];

        public ReadOnlySpan<char> TextOf(int pair) => _texts[_right[pair]];
    }
}
