using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Entities;

/// <summary>Rows linked to every record that they resemble, with weights fixed beforehand.</summary>
sealed class Linking
{
    public Linking(PersonColumns rows, params PersonColumns[] tables)
    {
        Tables = tables;
        Model = MakeModel(tables.Sum(table => table.Count));
        Candidates = RowCandidates.Group(Pairs(rows, tables), Model, rows.Count);
        Units = RegistryUnits.Resolve(tables, Lists.Places(), Model, Candidates);
    }

    public PersonColumns[] Tables { get; }

    public MatchModel Model { get; }

    public RowCandidates Candidates { get; }

    public RegistryUnits Units { get; }

    /// <summary>Position of a record among the candidates of row 0.</summary>
    public int CandidateOf(int record) => Array.IndexOf(Candidates.Records, record);

    public static MatchModel MakeModel(int records)
    {
        var u = new double[PersonPattern.Fields * PersonPattern.Levels];
        foreach (var field in Enum.GetValues<PersonField>())
        {
            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                u[(int)field * PersonPattern.Levels + level] = level == 1 ? 0.9 : 0.01;
            }
        }

        u[(int)PersonField.Phone * PersonPattern.Levels + (int)PhoneLevel.Exact] = 1e-8;
        u[(int)PersonField.NationalId * PersonPattern.Levels + (int)NationalIdLevel.Exact] = 1e-9;
        u[(int)PersonField.Waybill * PersonPattern.Levels + (int)CodeLevel.Exact] = 1e-9;
        return new MatchModel(u, 0.5 / Math.Max(2, records));
    }

    static CandidatePairs Pairs(PersonColumns rows, PersonColumns[] tables)
    {
        var pairs = new List<(int Row, int Record, ulong Pattern)>();
        var first = 0;
        foreach (var table in tables)
        {
            for (var record = 0; record < table.Count; record++)
            {
                for (var row = 0; row < rows.Count; row++)
                {
                    pairs.Add((row, first + record, PersonPattern.Between(rows, row, table, record, Lists.Places())));
                }
            }

            first += table.Count;
        }

        return new CandidatePairs([.. pairs.Select(p => p.Row)], [.. pairs.Select(p => p.Record)], [.. pairs.Select(p => p.Pattern)]);
    }
}
