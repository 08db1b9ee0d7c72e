using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Who is in a seized file, and in which row first.</summary>
/// <param name="People">Distinct people (clusters), ascending.</param>
/// <param name="Rows">First row of each in the file; a larger row stands further down.</param>
public sealed record FileContent(int[] People, int[] Rows)
{
    /// <summary>The content of every file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cluster">Cluster of each row, -1 where it identifies nobody.</param>
    public static FileContent[] OfAll(SeizedRows rows, int[] cluster)
    {
        var people = new List<int>[rows.Files.Count];
        var firsts = new List<int>[rows.Files.Count];
        for (var f = 0; f < people.Length; f++)
        {
            people[f] = [];
            firsts[f] = [];
        }

        var known = new HashSet<(int File, int Person)>();
        for (var row = 0; row < cluster.Length; row++)
        {
            if (cluster[row] >= 0 && known.Add((rows.FileOf[row], cluster[row])))
            {
                people[rows.FileOf[row]].Add(cluster[row]);
                firsts[rows.FileOf[row]].Add(row);
            }
        }

        var contents = new FileContent[people.Length];
        for (var f = 0; f < contents.Length; f++)
        {
            int[] ofFile = [.. people[f]], first = [.. firsts[f]];
            Array.Sort(ofFile, first);
            contents[f] = new FileContent(ofFile, first);
        }

        return contents;
    }

    /// <summary>First rows, here and there, of everyone who is in both files.</summary>
    public List<(int Here, int There)> SharedWith(FileContent other)
    {
        var shared = new List<(int, int)>();
        for (int a = 0, b = 0; a < People.Length && b < other.People.Length;)
        {
            if (People[a] == other.People[b])
            {
                shared.Add((Rows[a++], other.Rows[b++]));
            }
            else if (People[a] < other.People[b])
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return shared;
    }
}
