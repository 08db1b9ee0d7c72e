using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Entities;

/// <summary>Compares seized files by the people in them.</summary>
public sealed class FileOverlap
{
    readonly HashSet<int>[] _people;
    readonly Dictionary<int, List<int>> _filesOf = [];

    /// <summary>Takes the clusters of the rows that identify someone.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cluster">Cluster of each row, -1 where it identifies nobody.</param>
    public FileOverlap(SeizedRows rows, int[] cluster)
    {
        _people = new HashSet<int>[rows.Files.Count];
        for (var f = 0; f < _people.Length; f++)
        {
            _people[f] = [];
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (cluster[row] < 0 || !_people[rows.FileOf[row]].Add(cluster[row]))
            {
                continue;
            }

            if (!_filesOf.TryGetValue(cluster[row], out var files))
            {
                _filesOf[cluster[row]] = files = [];
            }

            files.Add(rows.FileOf[row]);
        }
    }

    /// <summary>Number of people in a file.</summary>
    public int PeopleOf(int file) => _people[file].Count;

    /// <summary>Number of people in a file whom no earlier file has.</summary>
    public int NewPeopleOf(int file, Func<int, bool> isEarlier)
    {
        var fresh = 0;
        foreach (var person in _people[file])
        {
            var seen = false;
            foreach (var other in _filesOf[person])
            {
                seen |= other != file && isEarlier(other);
            }

            fresh += seen ? 0 : 1;
        }

        return fresh;
    }

    /// <summary>People that a file shares with each other file.</summary>
    public int[] SharedWith(int file)
    {
        var shared = new int[_people.Length];
        foreach (var person in _people[file])
        {
            foreach (var other in _filesOf[person])
            {
                shared[other] += other == file ? 0 : 1;
            }
        }

        return shared;
    }
}
