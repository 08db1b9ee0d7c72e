namespace LeakTrace.Reports;

/// <summary>Language of a report for people; tables and JSON have none.</summary>
public enum ReportLanguage
{
    /// <summary>Simplified Chinese.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
