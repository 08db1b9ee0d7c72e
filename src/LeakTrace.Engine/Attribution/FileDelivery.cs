namespace LeakTrace.Engine.Attribution;

/// <summary>A seized file went from a seller to a buyer.</summary>
/// <param name="Seller">Who sent it.</param>
/// <param name="Buyer">Who got it.</param>
/// <param name="SentAt">In seconds; long.MaxValue where unknown.</param>
public readonly record struct FileDelivery(string Seller, string Buyer, long SentAt)
{
    /// <summary>Whether the time is known.</summary>
    public bool IsTimed => SentAt != long.MaxValue;
}
