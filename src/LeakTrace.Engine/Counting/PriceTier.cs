namespace LeakTrace.Engine.Counting;

/// <summary>A price that held for a while on one edge.</summary>
/// <param name="Price">The round price that fits, in yuan a record.</param>
/// <param name="Estimate">What the payments alone say.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="FirstSettlement">Settlement with which it begins.</param>
/// <param name="FirstDelivery">Delivery within that settlement with which it begins.</param>
/// <param name="Settlements">Settlements that tell of it.</param>
public sealed record PriceTier(decimal Price, double Estimate, double Low, double High, int FirstSettlement, int FirstDelivery, int Settlements)
{
    /// <summary>Time of the first delivery with which it may have begun; long.MinValue where unknown.</summary>
    public long Earliest { get; init; }

    /// <summary>Time of the last such delivery: it began between them with a probability of 95 %.</summary>
    public long Latest { get; init; }
}
