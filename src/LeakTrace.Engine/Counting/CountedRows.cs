using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>What counting needs to know of every seized row, the same in every scope.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="People">Their columns with places resolved.</param>
/// <param name="Own">Status and reason of each row by itself.</param>
/// <param name="Cluster">Cluster of each row: whose information it is.</param>
/// <param name="IsCorroborated">Whether a registry record matches.</param>
public sealed record CountedRows(
    SeizedRows Rows, PersonColumns People, (RowStatus Status, string Reason)[] Own, int[] Cluster, bool[] IsCorroborated);
