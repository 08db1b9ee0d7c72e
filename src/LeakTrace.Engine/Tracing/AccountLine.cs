namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>accounts</c>. The last line is <c>elsewhere</c>, without rank. Fields as in <see cref="SourceLine"/>.</summary>
/// <param name="Rank">From 1; 0 for elsewhere.</param>
/// <param name="Account">Name, verbatim.</param>
/// <param name="Source">Source of most of its records, or several joined by <c>; </c>.</param>
/// <param name="RecordsRead">Distinct records that it read or wrote.</param>
/// <param name="MatchedPeople">Seized people among them.</param>
/// <param name="ReadBeforeDelivery">Those read or written before the earliest delivery that contains the person.</param>
/// <param name="ExpectedByChance">Seized among its reads if reading and sale were independent, within source and month.</param>
/// <param name="ExclusivePeople">Seized people whom no other account held in time.</param>
/// <param name="ExplainedPeople">Sum of its shares under the fit.</param>
/// <param name="LeakRate">λ = 1 − e^(−θ).</param>
/// <param name="LeakRateLow">Lower end of the 95 % interval.</param>
/// <param name="LeakRateHigh">Upper end of the 95 % interval.</param>
/// <param name="LogLikelihoodRatioBits">Having leaked at some rate, integrated over, against having leaked nothing; zero at least.</param>
/// <param name="Needed">Whether the seizure cannot well be explained without it.</param>
/// <param name="MedianLagHours">From read to delivery; NaN where no delivery time is known.</param>
/// <param name="GroupSize">Accounts that cannot be told apart from it, itself included.</param>
/// <param name="ReadingPValue">One-sided mid-p of its reading having nothing to do with the sale; says nothing of who sold.</param>
/// <param name="Bursts">Deliveries before which, within a day, it read several times what it reads on a day.</param>
/// <param name="RoundTheClockDays">Days on which it was at work in nearly every hour.</param>
/// <param name="Devices">Devices that the logs name for it; 0 where they name none.</param>
/// <param name="SharedHours">Hours in which it was used on several devices.</param>
/// <param name="SharedLogin">Whether devices or hours say that several people use it.</param>
/// <param name="GuiltProbability">Papadimitriou and Garcia-Molina (2011), for reference.</param>
/// <param name="Canaries">Seized people planted in its copy.</param>
public sealed record AccountLine(
    int Rank, string Account, string Source, long RecordsRead, double MatchedPeople, double ReadBeforeDelivery,
    double ExpectedByChance, double ExclusivePeople, double ExplainedPeople, double LeakRate, double LeakRateLow,
    double LeakRateHigh, double LogLikelihoodRatioBits, bool Needed, double MedianLagHours, int GroupSize,
    double ReadingPValue = double.NaN, int Bursts = 0, int RoundTheClockDays = 0, int Devices = 0, int SharedHours = 0, bool SharedLogin = false,
    double GuiltProbability = double.NaN, double Canaries = 0)
{
    /// <summary>Accounts that held the same, and sources of which it held most, so that it cannot be told from the source as a whole; joined by <c>; </c>.</summary>
    public string NotToldFrom { get; init; } = "";

    /// <summary>Seized people whom it held in time and who are left to those sources as a whole.</summary>
    public double LeftOpen { get; init; }
}
