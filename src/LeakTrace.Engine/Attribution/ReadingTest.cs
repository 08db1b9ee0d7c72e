namespace LeakTrace.Engine.Attribution;

/// <summary>Whether an account's reads hold more seized people than its volume brings by chance.</summary>
/// <param name="SeizedRead">Seized people among its reads.</param>
/// <param name="Expected">Expected number if reads fell on people of the stratum alike.</param>
/// <param name="PValue">One-sided (greater) mid-p: P(more) + ½ P(as many).</param>
public readonly record struct ReadingTest(int SeizedRead, double Expected, double PValue);
