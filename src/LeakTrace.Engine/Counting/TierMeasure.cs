namespace LeakTrace.Engine.Counting;

/// <summary>What a tier of a policy measures.</summary>
public enum TierMeasure : byte
{
    /// <summary>Records of the tier's information (条数).</summary>
    Records,

    /// <summary>The sum of what each record tier reaches of its threshold (按相应比例合计).</summary>
    ProportionalSum,

    /// <summary>Money received for the information, in yuan (违法所得).</summary>
    IllegalIncome,

    /// <summary>Profit made with bought information in a lawful business, in yuan (获利).</summary>
    BusinessProfit,
}
