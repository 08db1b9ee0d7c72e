using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Reports;

/// <summary>Writes the report for auditors: a workbook whose totals can be added up again, with every excluded row.</summary>
public static class WorkbookReport
{
    /// <summary>Writes report.xlsx, whole or not at all. The same result gives the same bytes.</summary>
    /// <param name="result">What the trace found.</param>
    /// <param name="files">What was read: fields of the excluded rows, masked unless a reason to show them is given.</param>
    /// <param name="settings">Language and names.</param>
    /// <param name="path">File to write.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(TraceResult result, IReadOnlyList<InputFile> files, WorkbookSettings settings, string path) =>
        OutputFile.Write(path, stream => Write(result, files, settings, stream));

    internal static void Write(
        TraceResult result, IReadOnlyList<InputFile> files, WorkbookSettings settings, Stream stream, int mostRows = WorkbookPackage.MostRows)
    {
        var words = new Words(settings.Language, "Sheets");
        var fields = new SeizedFields(files, settings.UnmaskReason is not null);
        var excluded = ExcludedSheet.Of(result.Rows, fields.Count == result.Rows.Count ? fields : null, words);
        var types = new InformationNames(result.Policy, words);
        List<SheetPlan> plans =
        [
            .. result.Counts.Where(line => line.Scope == "all").Take(1).Select(all => WaterfallSheet.Of(all, words)),
            .. CountSheet.Scopes.Select(scope => CountSheet.Of(scope, result, words)),
            TableSheet.Of(CountingTables.Thresholds, result.Thresholds, words),
            TableSheet.Of(CountingTables.ThresholdKeys, result.ThresholdKeys, words),
            TableSheet.Of(CountingTables.Ledger, result.Ledger, words),
            TableSheet.Of(CountingTables.Prices, result.Prices, words),
            TableSheet.Of(CountingTables.Parties, result.Parties, words),
            TableSheet.Of(CountingTables.Disagreements, result.Disagreements, words),
            TableSheet.Of(CountingTables.Information, types.Named(result.Information), words),
            TableSheet.Of(CountingTables.Columns, types.Named(result.Columns), words),
            TableSheet.Of(TraceTables.Sources, result.Sources, words),
            TableSheet.Of(TraceTables.Accounts, result.Accounts, words),
            TableSheet.Of(TraceTables.SourcesByScope, result.SourcesByScope, words),
            TableSheet.Of(TraceTables.AccountsByScope, result.AccountsByScope, words),
            TableSheet.Of(TraceTables.Lineage, result.Lineage, words),
            TableSheet.Of(TraceTables.Flows, result.Flows, words),
            TableSheet.Of(TraceTables.Calls, result.Calls, words),
            TableSheet.Of(TraceTables.Files, result.Files, words),
            TableSheet.Of(TraceTables.Inputs, result.Inputs, words),
            TableSheet.Of(TraceTables.Problems, result.Problems, words),
            excluded,
            ReconciliationSheet.Of(result, WorkbookPackage.SheetsFor(excluded.Lines, mostRows), words),
        ];
        plans.Insert(0, SummarySheet.Of(result, settings, plans, words));
        WorkbookPackage.Write(plans, "LeakTrace " + settings.EngineVersion, stream, mostRows);
    }
}
