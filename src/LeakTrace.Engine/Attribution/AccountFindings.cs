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

    /// <summary>Seized people that so much reading would hold by chance.</summary>
    public double Expected { get; set; }

    /// <summary>Explained people of each edge.</summary>
    public double[] ExplainedByEdge { get; set; } = [];
}
