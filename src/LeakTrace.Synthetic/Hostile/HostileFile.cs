namespace LeakTrace.Synthetic.Hostile;

/// <summary>A file that is meant to hurt or to mislead, and what is to come of it.</summary>
/// <param name="Name">Name in the folder; <c>a.zip!/b.csv</c> for a member, whose archive writes it.</param>
/// <param name="Rows">Lines that table rows is to have of it: exactly where it is sound, at least where it is refused.</param>
/// <param name="IsRefused">Whether it, or a part of it, is to be named with an error.</param>
/// <param name="Content">Writes it; null for members.</param>
public sealed record HostileFile(string Name, int Rows, bool IsRefused, Action<Stream>? Content);
