namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>A part of the population that is sampled by itself.</summary>
/// <param name="Seller">Seller of its files; <c>?</c> where no delivery is known.</param>
/// <param name="Files">Its files in order: one, or the small ones of the seller together.</param>
/// <param name="Population">Records that count.</param>
/// <param name="Size">Records to draw.</param>
public sealed record SampleStratum(string Seller, IReadOnlyList<string> Files, int Population, int Size);
