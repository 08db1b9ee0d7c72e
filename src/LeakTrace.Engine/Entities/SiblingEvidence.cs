using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// Makes the records of one person comparable: what one record lacks and another one has is taken to agree as well as that
/// other one does. Without this the hospital that wrote most down would win over the one that the row was copied from.
/// </summary>
public static class SiblingEvidence
{
    const double PlausibleBits = -5;

    /// <summary>Adds to <see cref="RowCandidates.LinkBits"/> and <see cref="RowCandidates.SiblingBits"/>, and puts rows in order again.</summary>
    public static void Add(RowCandidates candidates, RegistryUnits units, MatchModel model)
    {
        for (var row = 0; row + 1 < candidates.Starts.Length; row++)
        {
            int first = candidates.Starts[row], end = candidates.Starts[row + 1];
            while (end > first && candidates.LinkBits[end - 1] < PlausibleBits)
            {
                end--;
            }

            if (end - first > 1)
            {
                Share(candidates, units, model, first, end);
            }
        }

        candidates.SetWeights(_ => 0);
    }

    static void Share(RowCandidates candidates, RegistryUnits units, MatchModel model, int first, int end)
    {
        for (var a = first; a < end; a++)
        {
            ulong own = candidates.Patterns[a];
            for (var f = 0; f < PersonPattern.Fields; f++)
            {
                var field = (PersonField)f;
                if (PersonPattern.LevelOf(own, field) != 0)
                {
                    continue;
                }

                double best = 0;
                for (var b = first; b < end; b++)
                {
                    var level = PersonPattern.LevelOf(candidates.Patterns[b], field);
                    if (level != 0 && model.WeightBits(field, level) > best && IsSibling(units, candidates.Records[a], candidates.Records[b], field))
                    {
                        best = model.WeightBits(field, level);
                    }
                }

                candidates.SiblingBits[a] += best;
            }
        }
    }

    /// <summary>Fields of the event are shared within a unit, fields of the person between all units of the person.</summary>
    static bool IsSibling(RegistryUnits units, int a, int b, PersonField field) =>
        field is PersonField.EventDate or PersonField.RelatedName or PersonField.Waybill or PersonField.Institution
            ? units.Of(a) == units.Of(b)
            : units.AreOnePerson(a, b);
}
