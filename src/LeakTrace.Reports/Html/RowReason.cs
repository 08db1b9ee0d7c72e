namespace LeakTrace.Reports.Html;

/// <summary>Reason codes of rows in words.</summary>
static class RowReason
{
    const string Differs = "differs-in-";

    /// <summary>A reason code such as <c>repeats-row</c> or <c>differs-in-name+phone</c>, in words.</summary>
    public static string Say(string reason, Words words)
    {
        if (!reason.StartsWith(Differs, StringComparison.Ordinal))
        {
            return words.Name("row-reason", reason);
        }

        var fields = reason[Differs.Length..].Split('+').Select(field => words.Name("field", field));
        return words.Say("row-reason.differs-in", string.Join(words["list.separator"], fields));
    }
}
