namespace LeakTrace.Engine.Linking.Fields;

/// <summary>
/// Edits that turn one text into another: insertion, deletion, substitution, and swap of neighbours (Damerau 1964), where two at most are of interest:
/// each of the four is tried where the texts part, which is fewer steps than a row of the matrix of Wagner and Fischer (1974).
/// </summary>
static class EditDistance
{
    /// <summary>The optimal string alignment distance, or <paramref name="most"/> + 1 where it is more.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="most">One or two.</param>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        Strip(ref left, ref right);
        var one = OneOfStripped(left, right);
        if (one <= 1 || most == 1)
        {
            return Math.Min(one, most + 1);
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length + right.Length;
        }

        // After the first edit, the rest is one edit or more away.
        if (OneEdit(left[1..], right[1..]) <= 1
            || (left.Length >= right.Length && OneEdit(left[1..], right) <= 1)
            || (right.Length >= left.Length && OneEdit(left, right[1..]) <= 1)
            || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && OneEdit(left[2..], right[2..]) <= 1))
        {
            return 2;
        }

        return most + 1;
    }

    static int OneEdit(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return 2;
        }

        Strip(ref left, ref right);
        return OneOfStripped(left, right);
    }

    /// <summary>Distance of texts that share neither beginning nor end, 2 where it is more than one.</summary>
    static int OneOfStripped(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var longer = Math.Max(left.Length, right.Length);
        return longer <= 1 ? longer : left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0] ? 1 : 2;
    }

    static void Strip(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var most = Math.Min(left.Length, right.Length);
        var start = 0;
        while (start < most && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < most - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        left = left[start..^end];
        right = right[start..^end];
    }
}
