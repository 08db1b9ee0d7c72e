using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Writes the table <c>files</c>.</summary>
static class FileLines
{
    /// <summary>One line for every seized file, in order of path.</summary>
    public static List<FileLine> Write(SeizedRows rows, int[] cluster, DeliveryPlan deliveries)
    {
        var overlap = new FileOverlap(rows, cluster);
        var lines = new List<FileLine>(rows.Files.Count);
        for (var f = 0; f < rows.Files.Count; f++)
        {
            lines.Add(Line(rows, overlap, deliveries, f));
        }

        return lines;
    }

    static FileLine Line(SeizedRows rows, FileOverlap overlap, DeliveryPlan deliveries, int file)
    {
        bool IsEarlier(int other) => deliveries.FirstSentAt(other) != deliveries.FirstSentAt(file)
            ? deliveries.FirstSentAt(other) < deliveries.FirstSentAt(file) : other < file;

        var shared = overlap.SharedWith(file);
        var people = overlap.PeopleOf(file);
        int duplicateOf = -1, containedIn = -1, mostLike = -1;
        double best = 0;
        for (var other = 0; other < shared.Length; other++)
        {
            if (other == file)
            {
                continue;
            }

            var sameBytes = rows.Files[other].Sha256 == rows.Files[file].Sha256;
            var samePeople = people > 0 && shared[other] == people && overlap.PeopleOf(other) == people;
            duplicateOf = duplicateOf < 0 && IsEarlier(other) && (sameBytes || samePeople) ? other : duplicateOf;
            containedIn = containedIn < 0 && people > 0 && shared[other] == people && overlap.PeopleOf(other) > people ? other : containedIn;
            var jaccard = shared[other] == 0 ? 0 : (double)shared[other] / (people + overlap.PeopleOf(other) - shared[other]);
            (best, mostLike) = jaccard > best ? (jaccard, other) : (best, mostLike);
        }

        var path = rows.Files[file].File;
        return new FileLine(
            path, path.Contains('/') ? path[..path.IndexOf('/')] : "", people, overlap.NewPeopleOf(file, IsEarlier), NameOf(rows, duplicateOf),
            NameOf(rows, containedIn), NameOf(rows, mostLike), best);
    }

    static string NameOf(SeizedRows rows, int file) => file < 0 ? "" : rows.Files[file].File;
}
