namespace LeakTrace.Ingest.Sniffing;

/// <summary>What to tell the user about formats that are not read.</summary>
static class UnreadableKinds
{
    /// <summary>The error of a kind; each names a remedy.</summary>
    public static UnreadableFileException Error(FileKind kind, string named) => kind switch
    {
        FileKind.Empty => new("empty-file", "the file is empty. Check that it was copied in full."),
        FileKind.Broken => new("broken-file", "a ZIP container that does not open, cut short or damaged. Copy it again, or repair it in a spreadsheet program."),
        FileKind.TooManyMembers => new("too-many-members",
            "a ZIP container that lists more members than any table or archive of tables needs. If it is an archive of lists, unpack it into the folder."),
        FileKind.Unknown when named.EndsWith("archive", StringComparison.Ordinal) => new("unsupported-format",
            $"{named}, which is not opened. Unpack it into the folder, or pack it again as .zip."),
        _ => new("unsupported-format",
            named.Length > 0 ? $"{named}, not a table. Convert it to .xlsx or .csv." : "not a table in a known format. Convert it to .xlsx or .csv."),
    };
}
