using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>Says in words what the fit cannot tell apart, for a rank or a share alone would hide it.</summary>
static class Undecided
{
    const double LargeShare = 0.5;
    const double FewOutside = 0.2;
    const int MostNamed = 10;

    /// <summary>
    /// Where the sources were hit alike, or there is but one, elsewhere explains the found people as well as they do: it holds everybody, too.
    /// </summary>
    public static IEnumerable<Problem> Sources(IReadOnlyList<SourceLine> lines, double found, double outside)
    {
        if (lines.Count < 2 || found <= 0)
        {
            yield break;
        }

        var elsewhere = lines[^1].ExplainedPeople - outside;
        if (elsewhere < LargeShare * found || outside > FewOutside * (found + outside))
        {
            yield break;
        }

        var only = lines.Count == 2 ? $"There is one source only, {lines[0].Source}" : $"The {lines.Count - 1} sources were hit alike, as far as this goes";
        yield return new Problem("", "", 0, Severity.Warning, "sources-not-told-from-elsewhere", string.Create(
            CultureInfo.InvariantCulture,
            $"{only}: the registers cannot tell a leak of all of them from a list got elsewhere, and {elsewhere:0} of the {found:0} people found in them count as elsewhere's. Against that speaks that only {outside:0} of {found + outside:0} seized people are in no register: elsewhere would have had to hold these people and hardly anybody else. Add the register of a source that did not leak, an access log, or canaries."))
        {
            Values = [Whole(lines.Count - 1), Whole(elsewhere), Whole(found), Whole(outside), Whole(found + outside)],
        };
    }

    /// <summary>An account is not a person, least of all one that several devices use at once.</summary>
    public static IEnumerable<Problem> SharedLogins(IReadOnlyList<AccountLine> lines)
    {
        var shared = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.SharedLogin)
            {
                shared.Add(line.Account);
            }
        }

        if (shared.Count > 0)
        {
            yield return new Problem("", "", 0, Severity.Note, "accounts-shared", string.Create(
                CultureInfo.InvariantCulture,
                $"{shared.Count} accounts were used on several devices in the same hours, or round the clock, and are not one person's: {string.Join(", ", shared)}. What they are ranked for says nothing of who sat there; tables/accounts.csv has devices and hours."))
            {
                Values = [Whole(shared.Count), string.Join(", ", shared)],
            };
        }
    }

    /// <summary>Names of the other holders in a holder's group, joined by <c>; </c>; empty where it is alone.</summary>
    public static string Others(int[] group, int holder, Func<int, string> nameOf)
    {
        var names = new List<string>();
        for (var other = 0; other < group.Length; other++)
        {
            if (other != holder && group[other] == group[holder])
            {
                names.Add(names.Count < MostNamed ? nameOf(other) : "…");
            }
        }

        return string.Join("; ", names.Count > MostNamed ? names.GetRange(0, MostNamed + 1) : names);
    }

    static string Whole(double people) => people.ToString("0", CultureInfo.InvariantCulture);
}
