namespace LeakTrace.Engine.Scoring;

/// <summary>The three classes of Fellegi and Sunter (1969).</summary>
public enum MatchClass : byte
{
    /// <summary>Below both thresholds.</summary>
    NonMatch,

    /// <summary>Between the thresholds: for clerical review.</summary>
    Review,

    /// <summary>Above the upper threshold.</summary>
    Match,
}
