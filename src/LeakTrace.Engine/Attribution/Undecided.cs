using System.Globalization;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>Says in words what the fit cannot tell apart, for a rank or a share alone would hide it.</summary>
static class Undecided
{
    const double LargeShare = 0.5;
    const double FewOutside = 0.2;
    const double WorthSaying = 0.1;

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
            $"{only}: the registers cannot tell a leak of all of them from a list got elsewhere, and {elsewhere:0} of the {found:0} people found in them count as elsewhere's. Against that speaks that only {outside:0} of {found + outside:0} seized people are in no register: elsewhere would have had to hold these people and hardly anybody else. Add the register of a source that did not leak, an access log, or canaries."));
    }

    /// <summary>An account that held nearly all of a source shares its fate: what it leaked looks like the lost reads of anybody there.</summary>
    public static IEnumerable<Problem> Accounts(
        PlaceDirectory places, IReadOnlyList<string> names, AccountFindings[] findings, double[] background, double found)
    {
        for (var source = 1; source <= places.SourceCount; source++)
        {
            if (background[source] < WorthSaying * found)
            {
                continue;
            }

            var covering = new SortedSet<string>(StringComparer.Ordinal);
            for (var a = 0; a < findings.Length; a++)
            {
                if (findings[a].BySource[source] >= LargeShare * places.RecordsOf(source))
                {
                    covering.Add(names[a]);
                }
            }

            if (covering.Count > 0)
            {
                yield return new Problem("", "", 0, Severity.Note, "accounts-not-told-from-source", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{places.NameOf(source)}: {background[source]:0} people are left to the source as a whole, and accounts that held at least half of its records cannot be told from it: {string.Join(", ", covering)}. A fuller log, or the time and device of single reads, may tell."));
            }
        }
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
                $"{shared.Count} accounts were used on several devices in the same hours, or round the clock, and are not one person's: {string.Join(", ", shared)}. What they are ranked for says nothing of who sat there; tables/accounts.csv has devices and hours."));
        }
    }
}
