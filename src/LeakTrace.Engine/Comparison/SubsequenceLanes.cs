using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// Lengths of the longest common subsequences of many pairs of texts in step, each pair in a lane of vectors (bit-parallel, Hyyrö 2004). Where each
/// character of a text stands in its probe is looked up into a column of rows; then all lanes advance row by row, as one text alone waits for
/// itself at every character.
/// </summary>
/// <typeparam name="T">A bit for each character of the probe: <see langword="uint"/> or <see langword="ulong"/>.</typeparam>
sealed class SubsequenceLanes<T>
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
{
    /// <summary>Number of pairs in step.</summary>
    public const int Lanes = 32;

    /// <summary>Longest text.</summary>
    public const int LongestText = 64;

    // Units that are read at once; those behind the end of a text are read, and change nothing.
    const int Group = 8;

    const int CacheLine = 64;

    // By unit: the positions at which it stands in the probe.
    readonly T[] _places = new T[char.MaxValue + 1];

    // Never moved by the collector, so that rows begin with a line of the cache: a quarter of the time is at stake.
    readonly T[] _rows = GC.AllocateArray<T>((LongestText * Lanes) + (CacheLine / Unsafe.SizeOf<T>()), pinned: true);
    readonly nuint _firstRow;
    readonly T[] _lengths = new T[Lanes];
    readonly T[] _open = new T[Lanes];
    readonly char[] _probe = new char[LongestProbe];
    int _probeLength;

    /// <summary>Creates the lanes, without a probe.</summary>
    public unsafe SubsequenceLanes() =>
        _firstRow = (CacheLine - ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_rows)) % CacheLine)) % CacheLine;

    /// <summary>Longest probe.</summary>
    public static int LongestProbe => 8 * Unsafe.SizeOf<T>();

    ref T FirstRow => ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_rows), _firstRow);

    /// <summary>Takes the probe of the texts to come, of at most <see cref="LongestProbe"/> units.</summary>
    public void SetProbe(ReadOnlySpan<char> probe)
    {
        foreach (var unit in _probe.AsSpan(0, _probeLength))
        {
            _places[unit] = T.Zero;
        }

        probe.CopyTo(_probe);
        _probeLength = probe.Length;
        for (var i = 0; i < probe.Length; i++)
        {
            _places[probe[i]] |= T.One << i;
        }
    }

    /// <summary>Looks up texts in the probe.</summary>
    /// <param name="characters">What holds the texts, each with <see cref="LongestText"/> units from its start at least.</param>
    /// <param name="starts">Where the text of each lane starts.</param>
    /// <param name="lengths">Length of the text of each lane, from 1 to <see cref="LongestText"/>.</param>
    /// <param name="from">First lane to fill.</param>
    /// <param name="to">Lane behind the last one to fill.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fill(char[] characters, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, int from, int to)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        ref var rows = ref FirstRow;
        ref var units = ref MemoryMarshal.GetArrayDataReference(characters);
        for (var lane = from; lane < to; lane++)
        {
            var length = lengths[lane];
            _lengths[lane] = T.CreateTruncating(length);
            ref var row = ref Unsafe.Add(ref rows, lane);
            ref var unit = ref Unsafe.Add(ref units, starts[lane]);
            do
            {
                row = Unsafe.Add(ref places, unit);
                Unsafe.Add(ref row, Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 1));
                Unsafe.Add(ref row, 2 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 2));
                Unsafe.Add(ref row, 3 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 3));
                Unsafe.Add(ref row, 4 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 4));
                Unsafe.Add(ref row, 5 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 5));
                Unsafe.Add(ref row, 6 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 6));
                Unsafe.Add(ref row, 7 * Lanes) = Unsafe.Add(ref places, Unsafe.Add(ref unit, 7));
                row = ref Unsafe.Add(ref row, Group * Lanes);
                unit = ref Unsafe.Add(ref unit, Group);
                length -= Group;
            }
            while (length > 0);
        }
    }

    /// <summary>Advances all lanes to the ends of their texts; lanes that were not filled come to anything.</summary>
    public void Advance()
    {
        for (var lane = 0; lane < Lanes; lane += 2 * Vector512<T>.Count)
        {
            Advance(ref Unsafe.Add(ref FirstRow, lane), ref _lengths[lane], ref _open[lane]);
        }
    }

    /// <summary>Length of the longest common subsequence of the pair in a lane.</summary>
    public int CommonLength(int lane) => int.CreateTruncating(T.PopCount(~_open[lane]));

    /// <summary>Two vectors of lanes, so that neither waits for itself. Compiled for this processor at once: it runs too seldom to be found hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Advance(ref T row, ref T length, ref T open)
    {
        Vector512<T> first = Vector512<T>.AllBitsSet, second = first;
        Vector512<T> end = Vector512.LoadUnsafe(ref length), otherEnd = Vector512.LoadUnsafe(ref length, (nuint)Vector512<T>.Count);
        for (var at = Vector512<T>.Zero; Vector512.GreaterThanAny(Vector512.Max(end, otherEnd), at); at += Vector512<T>.One)
        {
            var matches = first & Vector512.LoadUnsafe(ref row) & Vector512.GreaterThan(end, at);
            var others = second & Vector512.LoadUnsafe(ref row, (nuint)Vector512<T>.Count) & Vector512.GreaterThan(otherEnd, at);
            first = (first + matches) | (first - matches);
            second = (second + others) | (second - others);
            row = ref Unsafe.Add(ref row, Lanes);
        }

        first.StoreUnsafe(ref open);
        second.StoreUnsafe(ref open, (nuint)Vector512<T>.Count);
    }
}
