namespace LeakTrace.Synthetic.Seized;

/// <summary>How often sheets look odd.</summary>
sealed record StyleShares(
    double Headerless, double Title, double ShortInstitutions, double Traditional, double FullWidth, double BabyName);
