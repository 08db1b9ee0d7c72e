namespace LeakTrace.Reports.Html;

/// <summary>Text that is HTML already and is not escaped again; made by this project only, never from an input.</summary>
readonly record struct Markup(string Text);
