namespace LeakTrace.Reports.Sampling;

/// <summary>What a form says of itself, so that it can be read back.</summary>
/// <param name="Language">Language of its words.</param>
/// <param name="CaseName">Name of the case.</param>
/// <param name="EngineVersion">Version of this program.</param>
/// <param name="Size">Records asked for.</param>
/// <param name="Seed">Seed of the draw.</param>
/// <param name="Frame">Hash of the records that were drawn from.</param>
/// <param name="UnmaskReason">Why personal data are shown as they are; null where they are masked.</param>
public sealed record FormSettings(
    ReportLanguage Language, string CaseName, string EngineVersion, int Size, ulong Seed, string Frame, string? UnmaskReason);
