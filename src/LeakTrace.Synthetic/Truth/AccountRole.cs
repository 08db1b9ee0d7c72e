namespace LeakTrace.Synthetic.Truth;

/// <summary>What an account really does, insiders apart from all who look like them.</summary>
enum AccountRole : byte
{
    /// <summary>Works on records and sells nothing.</summary>
    Ordinary,

    /// <summary>Sells what it reads.</summary>
    Insider,

    /// <summary>Reads the same records as an insider, for its work.</summary>
    Colleague,

    /// <summary>Reads everything, as a machine.</summary>
    Backup,

    /// <summary>Reads records again after they were sold.</summary>
    Supervisor,
}
