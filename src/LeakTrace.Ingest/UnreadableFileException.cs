namespace LeakTrace.Ingest;

/// <summary>A file, or the rest of it, cannot be read; becomes a problem of severity error.</summary>
sealed class UnreadableFileException : Exception
{
    /// <summary>Creates the error; the message says what was found and what to do, without cell contents.</summary>
    public UnreadableFileException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Stable short name of the kind of problem.</summary>
    public string Code { get; }
}
