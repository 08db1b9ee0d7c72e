namespace LeakTrace.Engine.Attribution;

/// <summary>What one account held: its distinct records with the times it touched each.</summary>
/// <param name="Account">Number of the account.</param>
/// <param name="First">First event of the account.</param>
/// <param name="End">One past its last event.</param>
readonly record struct AccountHoldings(int Account, int First, int End)
{
    /// <summary>Splits sorted events by account.</summary>
    public static List<AccountHoldings> Split(ulong[] keys)
    {
        var holdings = new List<AccountHoldings>();
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] >> 32 == keys[first] >> 32)
            {
                end++;
            }

            holdings.Add(new AccountHoldings((int)(keys[first] >> 32), first, end));
            first = end;
        }

        return holdings;
    }
}
