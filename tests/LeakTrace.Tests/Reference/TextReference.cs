using System.Text.RegularExpressions;
using LeakTrace.Engine.Comparison;

namespace LeakTrace.Tests.Reference;

/// <summary>Texts compared with whole matrices and regular expressions.</summary>
static class TextReference
{
    /// <summary>2·LCS / (|a| + |b|); 1 of two empty texts.</summary>
    public static double Similarity(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (longer.Length == 0)
        {
            return 1;
        }

        var common = new int[shorter.Length + 1, longer.Length + 1];
        for (var i = 1; i <= shorter.Length; i++)
        {
            for (var j = 1; j <= longer.Length; j++)
            {
                common[i, j] = shorter[i - 1] == longer[j - 1]
                    ? common[i - 1, j - 1] + 1
                    : Math.Max(common[i - 1, j], common[i, j - 1]);
            }
        }

        return 2.0 * common[shorter.Length, longer.Length] / (shorter.Length + longer.Length);
    }

    public static bool FitsWildcards(string left, string right)
    {
        bool leftMasked = left.Contains('*', StringComparison.Ordinal), rightMasked = right.Contains('*', StringComparison.Ordinal);
        if (leftMasked && rightMasked)
        {
            return left == right;
        }

        var (pattern, text) = leftMasked ? (left, right) : (right, left);
        return pattern.Count(unit => unit != '*') >= 4
            && Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "\\z", RegexOptions.Singleline);
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.</summary>
    public static int Edits(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                cost[i, j] = Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }

    /// <summary>Level of two folded addresses without the filter by signatures.</summary>
    public static AddressLevel Addresses(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return AddressLevel.Absent;
        }

        if (left == right)
        {
            return AddressLevel.Exact;
        }

        var masked = left.Contains('*', StringComparison.Ordinal) || right.Contains('*', StringComparison.Ordinal);
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (masked ? FitsWildcards(left, right) : shorter.Length >= 6 && longer.Contains(shorter, StringComparison.Ordinal))
        {
            return AddressLevel.Fits;
        }

        var similarity = Similarity(left, right);
        return similarity >= 0.8 && Numbers(left).SequenceEqual(Numbers(right)) ? AddressLevel.SameNumbers
            : similarity >= 0.5 ? AddressLevel.Similar : AddressLevel.Different;
    }

    /// <summary>The runs of digits in a text.</summary>
    public static IEnumerable<string> Numbers(string text) => Regex.Matches(text, "[0-9]+").Select(match => match.Value);
}
