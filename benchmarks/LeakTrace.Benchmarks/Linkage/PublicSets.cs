namespace LeakTrace.Benchmarks.Linkage;

/// <summary>Public sets below LEAKTRACE_DATA, their truth taken out of what is linked.</summary>
static class PublicSets
{
    /// <summary>Sets that are there, written below a folder.</summary>
    public static IEnumerable<LinkageSet> Make(string data, string folder)
    {
        data = Path.Combine(data, "linkage");
        foreach (var number in new[] { 1, 2 })
        {
            var path = Path.Combine(data, "febrl", $"dataset{number}.csv");
            var ids = Plain.Read(path).Select(row => row[0]).Skip(1);
            yield return LinkageSet.OfOne($"FEBRL {number}", path, ids.ToDictionary(id => id, id => id.Split('-')[1]));
        }

        var fake = Plain.Read(Path.Combine(data, "splink", "fake_1000.csv"));
        yield return LinkageSet.OfOne(
            "fake_1000", Plain.Without(fake, Path.Combine(folder, "fake_1000.csv"), "cluster"),
            fake.Skip(1).ToDictionary(row => row[0], row => row[Array.IndexOf(fake[0], "cluster")]));
        yield return Two("Fodors–Zagats", Path.Combine(data, "fodors_zagats"), "fodors.csv", "zagats.csv", "matches_fodors_zagats.csv", folder, "class");
        yield return Two("DBLP–ACM", Path.Combine(data, "dblp_acm"), "DBLP2.csv", "ACM.csv", "DBLP-ACM_perfectMapping.csv", folder);
        yield return PseudoPeople(Path.Combine(data, "pseudopeople"), folder);
    }

    static LinkageSet Two(string name, string data, string left, string right, string truth, string folder, params string[] hidden)
    {
        var pairs = Plain.Read(Path.Combine(data, truth)).Skip(1).Select(row => (row[0], row[1])).ToHashSet();
        string leftPath = Path.Combine(data, left), rightPath = Path.Combine(data, right);
        return hidden.Length == 0 ? LinkageSet.OfTwo(name, leftPath, rightPath, pairs)
            : LinkageSet.OfTwo(
                name, Plain.Without(Plain.Read(leftPath), Path.Combine(folder, left), hidden),
                Plain.Without(Plain.Read(rightPath), Path.Combine(folder, right), hidden), pairs);
    }

    static LinkageSet PseudoPeople(string data, string folder)
    {
        string[] hidden = ["simulant_id", "copy_age", "copy_date_of_birth", "household_id", "guardian_1", "guardian_2"];
        var left = Plain.Read(Path.Combine(data, "current_population_survey.csv"));
        var right = Plain.Read(Path.Combine(data, "women_infants_and_children.csv"));
        var people = Ids(right).ToLookup(record => record.Person, record => record.Id);
        var pairs = Ids(left).SelectMany(record => people[record.Person].Select(other => (record.Id, other))).ToHashSet();
        return LinkageSet.OfTwo(
            "pseudopeople CPS–WIC", Plain.Without(left, Path.Combine(folder, "cps.csv"), hidden), Plain.Without(right, Path.Combine(folder, "wic.csv"), hidden), pairs);
    }

    static IEnumerable<(string Person, string Id)> Ids(List<string[]> rows)
    {
        int person = Array.IndexOf(rows[0], "simulant_id"), id = Array.IndexOf(rows[0], "__index_level_0__");
        return rows.Skip(1).Select(row => (row[person], row[id]));
    }
}
