namespace LeakTrace.Engine.Attribution;

/// <summary>One source in one month, for one account.</summary>
/// <param name="People">N: people whom any account of the source read in the month.</param>
/// <param name="Seized">K ≤ N: seized people among them.</param>
/// <param name="Read">n ≤ N: people whom this account read.</param>
/// <param name="SeizedRead">k: seized people whom this account read.</param>
public readonly record struct ReadingStratum(int People, int Seized, int Read, int SeizedRead);
