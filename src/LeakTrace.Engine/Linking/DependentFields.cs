namespace LeakTrace.Engine.Linking;

/// <summary>Two fields that repeat each other: strangers equal in one are often equal in the other too, which counts once.</summary>
/// <param name="First">Name of one field.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Times">How many times as often as by chance strangers are equal in both.</param>
public sealed record DependentFields(string First, string Second, double Times);
