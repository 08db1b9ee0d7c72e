namespace LeakTrace.Engine.Attribution;

/// <summary>Gathers seized people by distinct holder set.</summary>
public sealed class HolderSetsBuilder
{
    readonly Dictionary<string, int> _setOfKey = new(StringComparer.Ordinal);
    readonly List<int[]> _sets = [];
    readonly List<double> _seized = [];

    /// <summary>Adds a person; <paramref name="holders"/> ascends and begins with elsewhere (0). Returns the number of its set.</summary>
    public int Add(ReadOnlySpan<int> holders, double probability)
    {
        // Two units a holder make the set its own key.
        Span<char> key = holders.Length <= 128 ? stackalloc char[2 * holders.Length] : new char[2 * holders.Length];
        for (var i = 0; i < holders.Length; i++)
        {
            key[2 * i] = (char)(holders[i] >> 16);
            key[2 * i + 1] = (char)holders[i];
        }

        var look = _setOfKey.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!look.TryGetValue(key, out var set))
        {
            set = _sets.Count;
            look[key] = set;
            _sets.Add(holders.ToArray());
            _seized.Add(0);
        }

        _seized[set] += probability;
        return set;
    }

    /// <summary>Holders of a set, as they were added.</summary>
    public int[] HoldersOf(int set) => _sets[set];

    /// <summary>The sets, with so many unseized people for each holder.</summary>
    public HolderSets Build(bool[] isBackground, double[] unseized) =>
        new(isBackground.Length, isBackground, [.. _sets], [.. _seized], unseized);
}
