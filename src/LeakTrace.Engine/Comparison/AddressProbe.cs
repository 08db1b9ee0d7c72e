using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// One address to be compared with many; the levels are those of <see cref="AddressComparison.Between"/>. What the comparison needs to
/// know of it is prepared once. Not for several threads at a time.
/// </summary>
public sealed class AddressProbe
{
    const int Word = 64;
    const int Lanes = 4;

    // By unit: the positions at which it stands in the probe.
    readonly ulong[] _masks = new ulong[char.MaxValue + 1];
    char[] _text = [];
    int _length;
    ulong _signature;
    bool _hasStar;

    /// <summary>Takes another folded address, with its signature.</summary>
    public void Set(ulong signature, ReadOnlySpan<char> text)
    {
        foreach (var unit in _text.AsSpan(0, Math.Min(Word, _length)))
        {
            _masks[unit] = 0;
        }

        _text = _text.Length < text.Length ? new char[text.Length] : _text;
        text.CopyTo(_text);
        (_length, _signature, _hasStar) = (text.Length, signature, text.Contains('*'));
        for (var i = 0; i < Math.Min(Word, text.Length); i++)
        {
            _masks[text[i]] |= 1UL << i;
        }
    }

    /// <summary>Writes the level with each of some records' addresses, in their order.</summary>
    /// <param name="signatures">Signatures by record.</param>
    /// <param name="texts">Folded addresses by record.</param>
    /// <param name="records">Records to compare with.</param>
    /// <param name="levels">At least as many levels as <paramref name="records"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="levels"/> is shorter.</exception>
    public void Levels(ReadOnlySpan<ulong> signatures, TextHeap texts, ReadOnlySpan<int> records, Span<AddressLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, records.Length, nameof(levels));
        Span<int> waiting = stackalloc int[Lanes];
        var count = 0;
        for (var i = 0; i < records.Length; i++)
        {
            var (signature, text) = (signatures[records[i]], records[i]);
            if (!TryWithoutSimilarity(signature, texts[text], out levels[i]))
            {
                waiting[count++] = i;
                if (count == Lanes)
                {
                    Similar(signatures, texts, records, waiting, levels);
                    count = 0;
                }
            }
        }

        foreach (var i in waiting[..count])
        {
            var text = texts[records[i]];
            levels[i] = LevelOf(CommonLength(text, 0, ulong.MaxValue), signatures[records[i]], text);
        }
    }

    /// <summary>Levels that need no common subsequence: absent, plainly different, and those of masked or very long texts.</summary>
    bool TryWithoutSimilarity(ulong signature, ReadOnlySpan<char> text, out AddressLevel level)
    {
        level = AddressLevel.Absent;
        if (_length == 0 || text.IsEmpty)
        {
            return true;
        }

        if (_hasStar || _length > Word || text.Contains('*'))
        {
            level = AddressComparison.Between(_signature, _text.AsSpan(0, _length), signature, text);
            return true;
        }

        level = AddressLevel.Different;
        return AddressComparison.CannotBeSimilar(_signature, signature);
    }

    /// <summary>
    /// Four texts in step: each character waits for the one before it, so that one text alone leaves the processor idle.
    /// </summary>
    void Similar(ReadOnlySpan<ulong> signatures, TextHeap texts, ReadOnlySpan<int> records, ReadOnlySpan<int> waiting, Span<AddressLevel> levels)
    {
        int i = waiting[0], j = waiting[1], k = waiting[2], l = waiting[3];
        ReadOnlySpan<char> a = texts[records[i]], b = texts[records[j]], c = texts[records[k]], d = texts[records[l]];
        var common = Math.Min(Math.Min(a.Length, b.Length), Math.Min(c.Length, d.Length));
        ulong rowsA = ulong.MaxValue, rowsB = rowsA, rowsC = rowsA, rowsD = rowsA;
        ref var masks = ref MemoryMarshal.GetArrayDataReference(_masks);
        for (var at = 0; at < common; at++)
        {
            ulong matchesA = rowsA & Unsafe.Add(ref masks, a[at]), matchesB = rowsB & Unsafe.Add(ref masks, b[at]);
            ulong matchesC = rowsC & Unsafe.Add(ref masks, c[at]), matchesD = rowsD & Unsafe.Add(ref masks, d[at]);
            rowsA = (rowsA + matchesA) | (rowsA - matchesA);
            rowsB = (rowsB + matchesB) | (rowsB - matchesB);
            rowsC = (rowsC + matchesC) | (rowsC - matchesC);
            rowsD = (rowsD + matchesD) | (rowsD - matchesD);
        }

        levels[i] = LevelOf(CommonLength(a, common, rowsA), signatures[records[i]], a);
        levels[j] = LevelOf(CommonLength(b, common, rowsB), signatures[records[j]], b);
        levels[k] = LevelOf(CommonLength(c, common, rowsC), signatures[records[k]], c);
        levels[l] = LevelOf(CommonLength(d, common, rowsD), signatures[records[l]], d);
    }

    /// <summary>Length of the longest common subsequence, bit-parallel (Hyyrö 2004), from a character on with the rows so far.</summary>
    int CommonLength(ReadOnlySpan<char> text, int from, ulong rows)
    {
        for (var at = from; at < text.Length; at++)
        {
            var matches = rows & _masks[text[at]];
            rows = (rows + matches) | (rows - matches);
        }

        var used = _length == Word ? ulong.MaxValue : (1UL << _length) - 1;
        return BitOperations.PopCount(~rows & used);
    }

    AddressLevel LevelOf(int common, ulong signature, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> probe = _text.AsSpan(0, _length);
        if (common == Math.Min(_length, text.Length) && Contains(probe, signature, text, out var level))
        {
            return level;
        }

        var similarity = 2.0 * common / (_length + text.Length);
        return similarity >= AddressComparison.Near && AddressComparison.HaveSameNumbers(probe, text) ? AddressLevel.SameNumbers
            : similarity >= AddressComparison.Some ? AddressLevel.Similar : AddressLevel.Different;
    }

    /// <summary>Whether one text is the other or a part of it; the common subsequence of such two is the whole shorter one.</summary>
    bool Contains(ReadOnlySpan<char> probe, ulong signature, ReadOnlySpan<char> text, out AddressLevel level)
    {
        level = AddressLevel.Exact;
        if (_signature == signature && probe.SequenceEqual(text))
        {
            return true;
        }

        level = AddressLevel.Fits;
        var part = probe.Length <= text.Length ? probe : text;
        var whole = probe.Length <= text.Length ? text : probe;
        return part.Length >= AddressComparison.ShortestPart && whole.IndexOf(part) >= 0;
    }
}
