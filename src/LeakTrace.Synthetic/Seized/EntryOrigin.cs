namespace LeakTrace.Synthetic.Seized;

/// <summary>Where an entry of a seized list comes from.</summary>
enum EntryOrigin : byte
{
    /// <summary>An insider copied it from a register.</summary>
    Register,

    /// <summary>A person who is in no register of the case.</summary>
    Nowhere,

    /// <summary>Test or dummy values.</summary>
    Placeholder,

    /// <summary>A row that was never usable.</summary>
    Junk,
}
