namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Edits that turn one text into another: insertion, deletion, substitution, and swap of neighbours (Damerau 1964).</summary>
static class EditDistance
{
    const int Longest = 128;

    /// <summary>
    /// The optimal string alignment distance, or <paramref name="most"/> + 1 where it is more. Texts of more than 128 units after
    /// what they share at both ends count as more.
    /// </summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) > most || Math.Max(left.Length, right.Length) > Longest)
        {
            return most + 1;
        }

        return left.IsEmpty || right.IsEmpty ? left.Length + right.Length : Rows(left, right, most);
    }

    /// <summary>Three rows of the matrix of Wagner and Fischer (1974): a swap reaches back two.</summary>
    static int Rows(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        var width = right.Length + 1;
        var above = rows[..width];
        var before = rows.Slice(Longest + 1, width);
        var current = rows.Slice(2 * (Longest + 1), width);
        for (var j = 0; j < width; j++)
        {
            before[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(before[j], current[j - 1]) + 1, before[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    value = Math.Min(value, above[j - 2] + 1);
                }

                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = above;
            above = before;
            before = current;
            current = free;
        }

        return Math.Min(before[width - 1], most + 1);
    }
}
