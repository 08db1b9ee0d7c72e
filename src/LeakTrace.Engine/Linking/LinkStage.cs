namespace LeakTrace.Engine.Linking;

/// <summary>Stages of a linkage, for whoever shows progress.</summary>
public enum LinkStage
{
    /// <summary>Normal forms are made, and blocking rules weighed.</summary>
    Plan,

    /// <summary>Candidate pairs are found and compared.</summary>
    Compare,

    /// <summary>Weights are estimated.</summary>
    Estimate,

    /// <summary>Pairs compete, or clusters are joined.</summary>
    Resolve,
}
