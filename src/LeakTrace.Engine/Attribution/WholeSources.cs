using System.Globalization;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Accounts that held nearly all of a source share its fate: what they leaked looks like the lost reads of anybody there, so that they
/// and the source as a whole are one group.
/// </summary>
static class WholeSources
{
    const double LargeShare = 0.5;
    const double WorthSaying = 0.1;

    /// <summary>Marks these accounts where a fair part of the people is left to the source as a whole, and says so for each source.</summary>
    /// <param name="places">Sources with their names.</param>
    /// <param name="names">Names of the accounts.</param>
    /// <param name="walk">What was found of each account; takes the marks.</param>
    /// <param name="people">Seized people.</param>
    /// <param name="sourceOf">Source of a record.</param>
    /// <param name="shares">The people, shared out.</param>
    /// <param name="found">People found in registers.</param>
    public static IEnumerable<Problem> Mark(
        PlaceDirectory places, IReadOnlyList<string> names, AccountWalk walk, List<SeizedPerson> people, int[] sourceOf, AccountShares shares, double found)
    {
        var covering = new SortedSet<string>?[places.SourceCount + 1];
        for (var source = 1; source < covering.Length; source++)
        {
            if (shares.Backgrounds[source] < WorthSaying * found)
            {
                continue;
            }

            for (var a = 0; a < names.Count; a++)
            {
                if (walk.Findings[a].BySource[source] >= LargeShare * places.RecordsOf(source))
                {
                    (covering[source] ??= new(StringComparer.Ordinal)).Add(names[a]);
                    walk.Findings[a].WholeSources.Add(source);
                }
            }

            if (covering[source] is { } accounts)
            {
                var left = shares.Backgrounds[source].ToString("0", CultureInfo.InvariantCulture);
                var list = string.Join(", ", accounts);
                yield return new Problem("", "", 0, Severity.Note, "accounts-not-told-from-source",
                    $"{places.NameOf(source)}: {left} people are left to the source as a whole, and accounts that held at least half of its records cannot be told from it: {list}. A fuller log, or the time and device of single reads, may tell.")
                {
                    Values = [places.NameOf(source), left, list],
                };
            }
        }

        for (var p = 0; p < people.Count; p++)
        {
            var source = sourceOf[people[p].Records[0]];
            if (covering[source] is not null)
            {
                foreach (var a in walk.AccountsOf[p])
                {
                    walk.Findings[a].LeftOpen += walk.Findings[a].WholeSources.Contains(source) ? shares.LeftToSources[p] : 0;
                }
            }
        }
    }
}
