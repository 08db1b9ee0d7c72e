namespace LeakTrace.Engine.Counting;

/// <summary>Something to say where the seizure holds a certain thing.</summary>
/// <param name="When">What it must hold: <c>newborn</c>.</param>
/// <param name="Article">The rule behind it.</param>
/// <param name="Chinese">The note in Chinese.</param>
/// <param name="English">The note in English.</param>
public sealed record PolicyNote(string When, string Article, string Chinese, string English);
