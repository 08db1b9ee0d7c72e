namespace LeakTrace.Reports.Workbooks;

/// <summary>What a workbook is to be.</summary>
/// <param name="Language">Language of its words.</param>
/// <param name="CaseName">Name of the case, such as that of its folder.</param>
/// <param name="EngineVersion">Version of this program.</param>
/// <param name="UnmaskReason">Why personal data are shown as they are; null where they are masked.</param>
public sealed record WorkbookSettings(ReportLanguage Language, string CaseName, string EngineVersion, string? UnmaskReason = null);
