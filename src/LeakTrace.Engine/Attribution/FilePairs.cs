using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Finds the pairs of files that have people in common without comparing each with each. Where people stand in so many files
/// that even this would cost too much, it looks at the same sample of people in all of them: those of smallest hash (Broder 1997).
/// </summary>
static class FilePairs
{
    const ulong Salt = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Files that each file shares people with, ascending.</summary>
    /// <param name="contents">Content of the files.</param>
    /// <param name="budget">Pairs of file and file that may be counted, once for each person.</param>
    public static List<int>[] Sharing(IReadOnlyList<FileContent> contents, long budget = 400_000_000)
    {
        var filesOf = new Dictionary<int, int>();
        foreach (var content in contents)
        {
            foreach (var person in content.People)
            {
                filesOf[person] = filesOf.GetValueOrDefault(person) + 1;
            }
        }

        double cost = 0;
        foreach (var (_, files) in filesOf)
        {
            cost += (double)files * files;
        }

        var largestHash = cost <= budget ? ulong.MaxValue : (ulong)(ulong.MaxValue * (budget / cost));
        return Count(contents, largestHash);
    }

    static List<int>[] Count(IReadOnlyList<FileContent> contents, ulong largestHash)
    {
        var files = new Dictionary<int, List<int>>();
        var sharing = new List<int>[contents.Count];
        var last = new int[contents.Count];
        Array.Fill(last, -1);
        for (var f = 0; f < contents.Count; f++)
        {
            sharing[f] = [];
            foreach (var person in contents[f].People)
            {
                if (Hash64.Mix((uint)person ^ Salt, Salt) > largestHash)
                {
                    continue;
                }

                if (!files.TryGetValue(person, out var earlier))
                {
                    files[person] = earlier = [];
                }

                foreach (var other in earlier)
                {
                    if (last[other] != f)
                    {
                        last[other] = f;
                        sharing[f].Add(other);
                        sharing[other].Add(f);
                    }
                }

                earlier.Add(f);
            }
        }

        foreach (var list in sharing)
        {
            list.Sort();
        }

        return sharing;
    }
}
