namespace LeakTrace.Engine.Attribution;

/// <summary>What one account held: its distinct records with the times it touched each.</summary>
/// <param name="Account">Number of the account.</param>
/// <param name="First">First event of the account.</param>
/// <param name="End">One past its last event.</param>
readonly record struct AccountHoldings(int Account, int First, int End)
{
    /// <summary>Splits sorted events by account.</summary>
    public static List<AccountHoldings> Split(IReadOnlyList<(int Account, int Record, long At)> events)
    {
        var holdings = new List<AccountHoldings>();
        for (var first = 0; first < events.Count;)
        {
            var end = first + 1;
            while (end < events.Count && events[end].Account == events[first].Account)
            {
                end++;
            }

            holdings.Add(new AccountHoldings(events[first].Account, first, end));
            first = end;
        }

        return holdings;
    }
}
