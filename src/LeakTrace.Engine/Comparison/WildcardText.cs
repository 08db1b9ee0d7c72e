namespace LeakTrace.Engine.Comparison;

/// <summary>Matches folded texts in which <c>*</c> stands for any run of characters.</summary>
public static class WildcardText
{
    const int FewestKnown = 4;

    /// <summary>Whether a masked text fits the other; false where fewer than four characters are known or both are masked differently.</summary>
    public static bool Fits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var leftMasked = left.IndexOf('*') >= 0;
        if (leftMasked && right.IndexOf('*') >= 0)
        {
            return left.SequenceEqual(right);
        }

        var pattern = leftMasked ? left : right;
        var text = leftMasked ? right : left;
        return pattern.Length - pattern.Count('*') >= FewestKnown && FitsPattern(pattern, text);
    }

    /// <summary>Greedy matching with one point of return, which is enough for wildcards that match any run.</summary>
    static bool FitsPattern(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, from = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                from = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++from;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
