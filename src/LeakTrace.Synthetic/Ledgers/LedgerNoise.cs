namespace LeakTrace.Synthetic.Ledgers;

/// <summary>How amounts come to differ from what was owed.</summary>
public enum LedgerNoise : byte
{
    /// <summary>Every amount is off by a normal share with a standard deviation of the noise.</summary>
    Normal,

    /// <summary>Every amount is off by a share drawn evenly up to the noise either way.</summary>
    Even,

    /// <summary>Amounts are rounded to tens or hundreds, and a share of them, the noise, is far off.</summary>
    Gross,
}
