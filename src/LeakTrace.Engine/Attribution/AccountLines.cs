using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>Writes the table <c>accounts</c> from what was found of each account and the fit.</summary>
static class AccountLines
{
    const int LeastSharedHours = 3;
    const double LeastSharedShare = 0.2;
    const int LeastRoundTheClockDays = 3;

    /// <summary>Lines by descending evidence, elsewhere last.</summary>
    /// <param name="findings">What was found of each account.</param>
    /// <param name="events">The accounts.</param>
    /// <param name="places">Sources with their names.</param>
    /// <param name="fit">The fit; accounts begin at holder <paramref name="firstAccount"/>.</param>
    /// <param name="firstAccount">Number of backgrounds.</param>
    /// <param name="elsewhere">People explained by no account.</param>
    /// <param name="exclusive">Those among them whom no register has.</param>
    /// <param name="needed">When an account is needed.</param>
    /// <param name="found">People found in registers.</param>
    /// <param name="foundByEdge">Those of each edge.</param>
    public static List<AccountLine> Write(
        AccountFindings[] findings, AccessEvents events, PlaceDirectory places, LeakRateFit fit, int firstAccount,
        double elsewhere, double exclusive, NeededRule needed, double found, double[] foundByEdge)
    {
        var devices = events.Devices;
        var lines = new List<AccountLine>();
        var groups = new int[fit.Group.Length];
        foreach (var group in fit.Group)
        {
            groups[group]++;
        }

        for (var a = 0; a < findings.Length; a++)
        {
            var h = firstAccount + a;
            var account = findings[a];
            lines.Add(new AccountLine(
                0, events.Names[a], account.SourceNames(places), account.Records, account.Matched, account.InTime, account.Reading.Expected, account.Exclusive,
                account.Explained, fit.LeakRates[h], fit.Low[h], fit.High[h], fit.EvidenceBits[h] + account.CanaryBits,
                needed.Holds(fit.EvidenceBits[h], account.Explained, found, account.ExplainedByEdge, foundByEdge)
                    || account.CanaryBits >= needed.MinimumBits,
                account.MedianLagHours(), groups[fit.Group[h]], account.Reading.PValue, account.Bursts, account.RoundTheClockDays,
                devices[a].Devices, devices[a].SharedHours, IsShared(account, devices[a]), account.GuiltProbability, account.Canaries)
            {
                NotToldFrom = NotToldFrom(account, fit, h),
                LeftOpen = account.LeftOpen,
            });
        }

        lines.Sort((a, b) =>
            a.LogLikelihoodRatioBits != b.LogLikelihoodRatioBits ? b.LogLikelihoodRatioBits.CompareTo(a.LogLikelihoodRatioBits)
            : LeftShare(a) != LeftShare(b) ? LeftShare(b).CompareTo(LeftShare(a))
            : a.ExplainedPeople != b.ExplainedPeople ? b.ExplainedPeople.CompareTo(a.ExplainedPeople)
            : string.CompareOrdinal(a.Account, b.Account));
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = lines[i] with { Rank = i + 1 };
        }

        lines.Add(new AccountLine(
            0, "elsewhere", "", 0, elsewhere, double.NaN, double.NaN, exclusive, elsewhere, fit.LeakRates[0], fit.Low[0], fit.High[0], double.NaN,
            false, double.NaN, 1));
        return lines;

        string NotToldFrom(AccountFindings account, LeakRateFit fit, int holder)
        {
            var others = Undecided.Others(fit.Group, holder, NameOf);
            foreach (var source in account.WholeSources)
            {
                others += others.Length > 0 ? "; " + places.NameOf(source) : places.NameOf(source);
            }

            return others;
        }

        string NameOf(int holder) => holder == 0 ? "elsewhere" : holder < firstAccount ? places.NameOf(holder) : events.Names[holder - firstAccount];
    }

    /// <summary>Of accounts that are told from nobody, who held hardly anything but what is left open comes before who held everything.</summary>
    static double LeftShare(AccountLine line) => line.RecordsRead > 0 ? line.LeftOpen / line.RecordsRead : 0;

    /// <summary>Of the hours with more than one entry few have two devices by chance; a backup that runs all night is no shared log-in.</summary>
    static bool IsShared(AccountFindings account, (int Devices, int Hours, int SharedHours) use) =>
        (use.SharedHours >= LeastSharedHours && use.SharedHours >= LeastSharedShare * use.Hours) || account.RoundTheClockDays >= LeastRoundTheClockDays;
}
