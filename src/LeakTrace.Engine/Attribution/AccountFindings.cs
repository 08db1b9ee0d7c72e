using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Attribution;

/// <summary>What is found of one account while its events are walked.</summary>
sealed class AccountFindings
{
    /// <summary>Distinct records read or written.</summary>
    public long Records { get; set; }

    /// <summary>Seized people among them, at any time.</summary>
    public double Matched { get; set; }

    /// <summary>Seized people held before their first delivery.</summary>
    public double InTime { get; set; }

    /// <summary>Seized people whom no other account held in time.</summary>
    public double Exclusive { get; set; }

    /// <summary>Records held before the last delivery and not seized.</summary>
    public double Unseized { get; set; }

    /// <summary>Sum of its shares under the fit.</summary>
    public double Explained { get; set; }

    /// <summary>Hours from the last read in time to the delivery.</summary>
    public List<double> LagHours { get; } = [];

    /// <summary>Records by source.</summary>
    public long[] BySource { get; set; } = [];

    /// <summary>Records held before the last delivery, by month of the record.</summary>
    public double[] HeldByMonth { get; set; } = [];

    /// <summary>Whether its reading follows the sale.</summary>
    public ReadingTest Reading { get; set; } = new(0, 0, 0.5);

    /// <summary>Seized people planted in its copy.</summary>
    public double Canaries { get; set; }

    /// <summary>Evidence of those, in bits.</summary>
    public double CanaryBits { get; set; }

    /// <summary>Sources of which it held most, and of which a fair part of the people is left to the source as a whole.</summary>
    public SortedSet<int> WholeSources { get; } = [];

    /// <summary>Seized people whom it held in time and who are left to those sources as a whole.</summary>
    public double LeftOpen { get; set; }

    /// <summary>Guilt probability of the literature, for reference.</summary>
    public double GuiltProbability { get; set; }

    /// <summary>Deliveries before which, within a day, it read several times what it reads on a day.</summary>
    public int Bursts { get; set; }

    /// <summary>Days on which it was at work in nearly every hour.</summary>
    public int RoundTheClockDays { get; set; }

    /// <summary>Explained people of each edge.</summary>
    public double[] ExplainedByEdge { get; set; } = [];

    /// <summary>Sources with at least a twentieth of the account's records, largest first.</summary>
    public string SourceNames(PlaceDirectory places)
    {
        var sources = new List<(long Records, int Source)>();
        for (var source = 1; source < BySource.Length; source++)
        {
            if (BySource[source] > 0 && 20 * BySource[source] >= Records)
            {
                sources.Add((BySource[source], source));
            }
        }

        sources.Sort((a, b) => a.Records != b.Records ? b.Records.CompareTo(a.Records) : a.Source.CompareTo(b.Source));
        return string.Join("; ", sources.ConvertAll(s => places.NameOf(s.Source)));
    }

    /// <summary>Median lag from read to delivery in hours; NaN where none is known.</summary>
    public double MedianLagHours()
    {
        if (LagHours.Count == 0)
        {
            return double.NaN;
        }

        LagHours.Sort();
        var middle = LagHours.Count / 2;
        return LagHours.Count % 2 == 1 ? LagHours[middle] : (LagHours[middle - 1] + LagHours[middle]) / 2;
    }
}
