namespace LeakTrace.Engine.Comparison;

/// <summary>Compares folded addresses, pair by pair; see <see cref="AddressProbe"/>.</summary>
public static class AddressComparison
{
    [ThreadStatic]
    static AddressProbe? _probe;

    /// <summary>Level of two folded addresses with their 64-bit bigram signatures.</summary>
    public static AddressLevel Between(ulong leftSignature, ReadOnlySpan<char> left, ulong rightSignature, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return AddressLevel.Absent;
        }

        if (leftSignature == rightSignature && left.SequenceEqual(right))
        {
            return AddressLevel.Exact;
        }

        var probe = _probe ??= new AddressProbe();
        probe.Set(leftSignature, left);
        return probe.Compare(rightSignature, right);
    }
}
