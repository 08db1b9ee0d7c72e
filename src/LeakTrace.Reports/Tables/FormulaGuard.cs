namespace LeakTrace.Reports.Tables;

/// <summary>Keeps text that came from an input from running as a formula when a spreadsheet opens it.</summary>
static class FormulaGuard
{
    // Spreadsheets take the full-width forms for the plain ones under East Asian settings.
    const string Openers = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, with an apostrophe in front where a spreadsheet could run it.</summary>
    public static string Neutral(string text) => text.Length > 0 && Openers.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
