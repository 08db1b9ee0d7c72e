namespace LeakTrace.Engine.Linking;

/// <summary>What a summand of the evidence is.</summary>
public enum PairTermKind
{
    /// <summary>How rare matches are among all pairs.</summary>
    Prior,

    /// <summary>How a field compares.</summary>
    Field,

    /// <summary>That two fields repeat each other, so that agreement in both is no second coincidence.</summary>
    Dependence,

    /// <summary>How many fields disagree: errors come together or alone.</summary>
    Disagreements,

    /// <summary>That related records which do not match share as much.</summary>
    Related,
}
