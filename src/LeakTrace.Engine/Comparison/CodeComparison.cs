using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares waybill and order numbers.</summary>
public static class CodeComparison
{
    const int Longest = 256;

    /// <summary>Level of two codes, by the hashes of their folded texts, then by the texts, which may be verbatim.</summary>
    public static CodeLevel Between(ulong leftHash, ReadOnlySpan<char> left, ulong rightHash, ReadOnlySpan<char> right)
    {
        if (leftHash == 0 || rightHash == 0)
        {
            return CodeLevel.Absent;
        }

        if (leftHash == rightHash)
        {
            return CodeLevel.Exact;
        }

        return CodeReader.IsFolded(left) && CodeReader.IsFolded(right) ? Folded(left, right) : Verbatim(left, right);
    }

    /// <summary>Apart, so that the buffers cost only the few codes that need them.</summary>
    static CodeLevel Verbatim(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<char> leftBuffer = stackalloc char[Longest], rightBuffer = stackalloc char[Longest];
        return Folded(CodeReader.Folded(left, leftBuffer), CodeReader.Folded(right, rightBuffer));
    }

    static CodeLevel Folded(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IndexOf('*') >= 0 || right.IndexOf('*') >= 0)
        {
            return WildcardText.Fits(left, right) ? CodeLevel.NearlySame : CodeLevel.Different;
        }

        return IsOneEdit(left, right) ? CodeLevel.NearlySame : CodeLevel.Different;
    }

    static bool IsOneEdit(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        int leftEnd = left.Length, rightEnd = right.Length;
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1])
        {
            leftEnd--;
            rightEnd--;
        }

        int a = leftEnd - start, b = rightEnd - start;
        return (a <= 1 && b <= 1) || (a == 2 && b == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]);
    }
}
