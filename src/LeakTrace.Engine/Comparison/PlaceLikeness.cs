namespace LeakTrace.Engine.Comparison;

/// <summary>Which institution a short, abbreviated or misspelt label means.</summary>
static class PlaceLikeness
{
    const double Least = 0.7;
    const double Tie = 0.04;
    const string Numerals = "零一二三四五六七八九十百0123456789";

    /// <summary>Sources (1-based) that a folded label fits best and equally well; empty where none fits.</summary>
    public static List<int> BestFits(string label, List<string> folded, int sources)
    {
        var best = new List<int>();
        var scores = new double[sources + 1];
        double top = 0;
        for (var source = 1; source <= sources; source++)
        {
            scores[source] = Between(label, folded[source]);
            top = Math.Max(top, scores[source]);
        }

        for (var source = 1; source <= sources && top >= Least; source++)
        {
            if (scores[source] >= top - Tie)
            {
                best.Add(source);
            }
        }

        return best;
    }

    /// <summary>
    /// From 0 to 1. An abbreviation (市一院 for 市第一人民医院) is a subsequence of the full name; numbers must be the same.
    /// </summary>
    internal static double Between(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2 || !SameNumerals(left, right))
        {
            return 0;
        }

        var shorter = left.Length <= right.Length ? left : right;
        var longer = left.Length <= right.Length ? right : left;
        var similarity = TextSimilarity.Between(shorter, longer);
        if (longer.Contains(shorter, StringComparison.Ordinal))
        {
            return 0.85 + 0.15 * similarity;
        }

        return IsSubsequence(shorter, longer) ? 0.75 + 0.2 * similarity : similarity;
    }

    static bool IsSubsequence(string shorter, string longer)
    {
        var i = 0;
        foreach (var c in longer)
        {
            i += i < shorter.Length && shorter[i] == c ? 1 : 0;
        }

        return i == shorter.Length;
    }

    static bool SameNumerals(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && !Numerals.Contains(left[i]))
            {
                i++;
            }

            while (j < right.Length && !Numerals.Contains(right[j]))
            {
                j++;
            }

            if (i == left.Length || j == right.Length)
            {
                return i == left.Length && j == right.Length;
            }

            if (left[i++] != right[j++])
            {
                return false;
            }
        }
    }
}
