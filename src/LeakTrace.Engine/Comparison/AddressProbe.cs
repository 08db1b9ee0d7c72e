using System.Numerics;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// One address against many; the numbers in them (road, building, room) tell neighbours apart. Not for several threads at a time.
/// </summary>
public sealed class AddressProbe
{
    const double Near = 0.8;
    const double Some = 0.5;
    const int ShortestPart = 6;

    readonly TextProbe _probe = new();
    char[] _text = new char[TextProbe.Longest];
    int _length;
    ulong _signature;
    bool _isMasked;
    bool _isReady;

    ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Replaces the probe.</summary>
    /// <param name="signature">Signature of the text.</param>
    /// <param name="text">A folded address.</param>
    public void Set(ulong signature, ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length)
        {
            _text = new char[Math.Max(text.Length, 2 * _text.Length)];
        }

        text.CopyTo(_text);
        _length = text.Length;
        _signature = signature;
        _isMasked = text.Contains('*');
        _isReady = false;
    }

    /// <summary>Level of a folded address with its signature, as <see cref="AddressComparison.Between"/> gives it.</summary>
    public AddressLevel Compare(ulong signature, ReadOnlySpan<char> other)
    {
        var probe = Text;
        if (probe.IsEmpty || other.IsEmpty)
        {
            return AddressLevel.Absent;
        }

        if (_signature == signature && probe.SequenceEqual(other))
        {
            return AddressLevel.Exact;
        }

        if (_isMasked || other.Contains('*'))
        {
            return WildcardText.Fits(probe, other) ? AddressLevel.Fits : Unlike(other, Similarity(other));
        }

        if (CannotBeSimilar(_signature, signature))
        {
            return AddressLevel.Different;
        }

        // A part of the other has all of itself in common with it; only then is it looked for.
        var similarity = Similarity(other);
        var (shorter, total) = (Math.Min(_length, other.Length), _length + other.Length);
        var isPart = shorter >= ShortestPart && (shorter > TextProbe.Longest || 2.0 * shorter / total <= similarity)
            && (_length <= other.Length ? other.IndexOf(probe) : probe.IndexOf(other)) >= 0;
        return isPart ? AddressLevel.Fits : Unlike(other, similarity);
    }

    AddressLevel Unlike(ReadOnlySpan<char> other, double similarity) =>
        similarity >= Near && HaveSameNumbers(Text, other) ? AddressLevel.SameNumbers
        : similarity >= Some ? AddressLevel.Similar : AddressLevel.Different;

    double Similarity(ReadOnlySpan<char> other)
    {
        if (_length > TextProbe.Longest)
        {
            return TextSimilarity.Between(Text, other);
        }

        if (!_isReady)
        {
            _probe.Set(Text);
            _isReady = true;
        }

        return _probe.SimilarityTo(other);
    }

    /// <summary>Few shared bigrams bound the similarity from above: a cheap first filter.</summary>
    static bool CannotBeSimilar(ulong left, ulong right)
    {
        int shared = BitOperations.PopCount(left & right), smaller = Math.Min(BitOperations.PopCount(left), BitOperations.PopCount(right));
        return 4 * shared < smaller;
    }

    /// <summary>Whether the runs of digits of both are the same, in order.</summary>
    static bool HaveSameNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            var a = NextNumber(left, ref i);
            var b = NextNumber(right, ref j);
            if (!a.SequenceEqual(b))
            {
                return false;
            }

            if (a.IsEmpty)
            {
                return true;
            }
        }
    }

    static ReadOnlySpan<char> NextNumber(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && !char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text[start..position];
    }
}
