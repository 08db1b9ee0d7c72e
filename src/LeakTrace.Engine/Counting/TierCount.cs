namespace LeakTrace.Engine.Counting;

/// <summary>What a scope holds of one record tier: the count under each key and both bounds.</summary>
/// <param name="Rows">Rows that are of somebody, repetitions included.</param>
/// <param name="Valid">Those that count.</param>
/// <param name="Low">Lower figure.</param>
/// <param name="High">Upper figure.</param>
/// <param name="WithoutPhoneOnly">Those that count, bare phone numbers left out.</param>
/// <param name="ByPhone">Distinct phones.</param>
/// <param name="ById">Distinct identity numbers.</param>
/// <param name="ByNamePhone">Distinct names with phones.</param>
/// <param name="ByRow">Distinct whole rows.</param>
/// <param name="Covered">Rows that have each key: phone, identity number, name with phone, whole row.</param>
public sealed record TierCount(
    long Rows, long Valid, long Low, long High, long WithoutPhoneOnly, long ByPhone, long ById, long ByNamePhone, long ByRow,
    IReadOnlyList<long> Covered);
