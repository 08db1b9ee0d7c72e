using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>People with their holders, seized by chance at given leak rates, reduced to holder sets.</summary>
sealed class LeakSimulation(int holderCount, params int[] backgrounds)
{
    readonly Dictionary<string, (int[] Holders, double Seized)> _sets = [];
    readonly double[] _unseized = new double[holderCount];

    /// <summary>True leaks of each holder, whoever else leaked the same person.</summary>
    internal double[] Leaked { get; } = new double[holderCount];

    /// <summary>Seized people, each split evenly among those who leaked it.</summary>
    internal double[] Explained { get; } = new double[holderCount];

    /// <summary>Adds one person held by "elsewhere" and these; true when seized.</summary>
    internal bool Add(Random random, double[] rates, params IEnumerable<int> holders)
    {
        var all = holders.Append(0).Distinct().Order().ToArray();
        var leakers = all.Where(holder => random.NextDouble() < rates[holder]).ToArray();
        foreach (var leaker in leakers)
        {
            Leaked[leaker]++;
            Explained[leaker] += 1.0 / leakers.Length;
        }
        AddKnown(leakers.Length > 0, all);
        return leakers.Length > 0;
    }

    /// <summary>Adds one person as seized or not, seen as held by these.</summary>
    internal void AddKnown(bool seized, IEnumerable<int> holders, double weight = 1)
    {
        var all = holders.Append(0).Distinct().Order().ToArray();
        if (!seized)
        {
            foreach (var holder in all)
            {
                _unseized[holder] += weight;
            }
            return;
        }
        var key = string.Join(' ', all);
        _sets[key] = (all, _sets.GetValueOrDefault(key).Seized + weight);
    }

    internal HolderSets ToSets()
    {
        var isBackground = new bool[holderCount];
        foreach (var background in backgrounds.Append(0))
        {
            isBackground[background] = true;
        }
        var sets = _sets.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToArray();
        return new HolderSets(
            holderCount, isBackground, [.. sets.Select(set => set.Holders)], [.. sets.Select(set => set.Seized)], _unseized);
    }

    /// <summary>A random subset of holders from <paramref name="first"/> on, each with the given probability.</summary>
    internal static IEnumerable<int> Subset(Random random, int first, int count, double probability) =>
        Enumerable.Range(first, count).Where(_ => random.NextDouble() < probability).ToArray();
}
