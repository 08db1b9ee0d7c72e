namespace LeakTrace.Reports.Sampling;

/// <summary>A row of a form for verification.</summary>
/// <param name="Stratum">1-based stratum.</param>
/// <param name="Seller">Seller of its file.</param>
/// <param name="File">File.</param>
/// <param name="Sheet">Sheet.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Fields">Texts of <see cref="SampleForm.Roles"/>, masked or not.</param>
public sealed record FormRow(int Stratum, string Seller, string File, string Sheet, int Row, IReadOnlyList<string> Fields);
