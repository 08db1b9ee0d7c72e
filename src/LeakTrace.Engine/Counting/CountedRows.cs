using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>What counting needs to know of every seized row, the same in every scope.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="People">Their columns with places resolved.</param>
/// <param name="Own">Status and reason of each row by itself.</param>
/// <param name="Cluster">Cluster of each row: whose information it is.</param>
/// <param name="IsCorroborated">Whether a registry record matches.</param>
public sealed record CountedRows(
    SeizedRows Rows, PersonColumns People, (RowStatus Status, string Reason)[] Own, int[] Cluster, bool[] IsCorroborated)
{
    int? _universalTiers;

    /// <summary>Links of rows, weak ones too, for the lower figure; null where every cluster is certain.</summary>
    public RowLinks? Links { get; init; }

    /// <summary>Rows that count only because a register identifies them, with a probability that leaves doubt; null where none does.</summary>
    public bool[]? IsDoubtful { get; init; }

    /// <summary>Masked rows that a register might identify after all; null where none.</summary>
    public bool[]? MayIdentify { get; init; }

    /// <summary>Types of information of the rows; null where all are of the lightest tier.</summary>
    public InformationColumns? Information { get; init; }

    /// <summary>The rule.</summary>
    public CountingPolicy Policy { get; init; } = CountingPolicy.Default;

    /// <summary>Tiers that every row may belong to, a bit each.</summary>
    public int UniversalTiers => _universalTiers ??= FindUniversalTiers();

    /// <summary>Tiers that a row may belong to, a bit each.</summary>
    public int TiersOf(int row) => Information?.TiersOf[row] ?? 1 << (Policy.RecordTiers.Count - 1);

    /// <summary>Gravest tier of a row.</summary>
    public int GravestOf(int row) => Information?.GravestOf[row] ?? Policy.RecordTiers.Count - 1;

    /// <summary>Tier of a row where whatever is unsettled is taken lightly.</summary>
    public int LightestOf(int row) => Information?.LightestOf[row] ?? Policy.RecordTiers.Count - 1;

    /// <summary>Group of all rows that might be the same person's; the cluster where no weaker link is known.</summary>
    public int GroupOf(int row) => Links?.GroupOf(row) ?? Cluster[row];

    int FindUniversalTiers()
    {
        var tiers = (1 << CountingPolicy.MostRecordTiers) - 1;
        for (var row = 0; row < Rows.Count; row++)
        {
            tiers &= TiersOf(row);
        }

        return tiers;
    }
}
