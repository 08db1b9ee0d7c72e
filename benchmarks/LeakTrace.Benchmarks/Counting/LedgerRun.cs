using System.Globalization;
using System.Text;
using LeakTrace.Engine.Counting;
using LeakTrace.Synthetic.Ledgers;

namespace LeakTrace.Benchmarks.Counting;

/// <summary>Prices and the months of their changes, found in generated ledgers with noise, missing and merged payments.</summary>
static class LedgerRun
{
    const double Noise = 0.1;
    const int FirstSeeds = 20;
    static readonly (double Missing, double Merged)[] _rates = [(0.02, 0.05), (0.05, 0.1), (0.1, 0.1)];

    /// <summary>Measures; returns an exit code.</summary>
    public static int Run(int seeds)
    {
        var text = new StringBuilder("# Ledgers\n\n");
        text.Append(Machine.Description);
        text.Append(CultureInfo.InvariantCulture, $" {seeds:N0} generated ledgers of each kind, with 10 % noise: every amount off by a normal share with a standard deviation of 10 %, or evenly by up to 10 %, or 10 % of the amounts grossly off. Best possible: the most probable months for who is told the prices, the law of the noise and which deliveries every payment is for; where the payment beside a change is missing, nothing tells the month.\n\n");
        text.Append("| noise | payments missing | paid with the next | prices right | months right | months right, best possible | months within the range given | mean months in a range | prices right and months within their range | prices and months right | of the first 20 | a single price found as one |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (missing, merged) in _rates)
        {
            foreach (var kind in Enum.GetValues<LedgerNoise>())
            {
                var judged = Enumerable.Range(1, seeds).Select(seed => Judge(SyntheticLedger.Make(seed, kind, Noise, missing, merged), kind)).ToList();
                var single = Enumerable.Range(1, seeds).Count(seed => Find(SyntheticLedger.Make(seed, kind, Noise, missing, merged, 0)).Tiers.Count == 1);
                string Share(Func<Judged, bool> holds) => judged.Average(j => holds(j) ? 100.0 : 0).ToString("0.0", CultureInfo.InvariantCulture) + " %";
                var line = string.Create(CultureInfo.InvariantCulture, $"| {kind} | {missing:0 %} | {merged:0 %} | {Share(j => j.ArePrices)} | {Share(j => j.AreMonths)} | {Share(j => j.IsBest)} | {Share(j => j.AreRanges)} | {judged.Where(j => j.Months > 0).Average(j => j.Months):0.00} | {Share(j => j.ArePrices && j.AreRanges)} | {Share(j => j.AreAll)} | {judged.Take(FirstSeeds).Count(j => j.AreAll)} | {100.0 * single / seeds:0.0} % |");
                Console.WriteLine(line);
                text.Append(line).Append('\n');
            }
        }

        var path = Path.Combine(Machine.ResultsFolder(), "ledger.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
        return 0;
    }

    static Judged Judge(SyntheticLedger ledger, LedgerNoise kind)
    {
        var truth = LedgerOracle.Truth(ledger);
        var isBest = LedgerOracle.Months(ledger, kind, Noise).SequenceEqual(truth);
        var (settlements, found) = Find(ledger);
        if (found.Count != ledger.Prices.Count)
        {
            return new Judged(false, false, false, isBest, 0);
        }

        var areMonths = true;
        var areRanges = true;
        var months = 0;
        for (var t = 1; t < found.Count; t++)
        {
            var days = settlements[found[t].FirstSettlement].Deliveries;
            areMonths &= MonthOf(days[found[t].FirstDelivery].SentAt) == truth[t - 1];
            areRanges &= MonthOf(found[t].Earliest) <= truth[t - 1] && truth[t - 1] <= MonthOf(found[t].Latest);
            months += MonthOf(found[t].Latest) - MonthOf(found[t].Earliest) + 1;
        }

        return new Judged(found.Select(tier => tier.Price).SequenceEqual(ledger.Prices.Select(price => price.Price)), areMonths, areRanges, isBest, (double)months / (found.Count - 1));
    }

    static (List<Settlement> Settlements, List<PriceTier> Tiers) Find(SyntheticLedger ledger)
    {
        var settlements = Settlement.Of(ledger.Deliveries, [.. ledger.Payments.Select((payment, i) => (i, payment.PaidAt, payment.Amount))], isInAdvance: false);
        return (settlements, PriceTiers.Find(settlements).Tiers);
    }

    static int MonthOf(long sentAt) => DateOnly.FromDayNumber((int)(sentAt / 86_400)) is var day ? (12 * day.Year) + day.Month : 0;

    readonly record struct Judged(bool ArePrices, bool AreMonths, bool AreRanges, bool IsBest, double Months)
    {
        public bool AreAll => ArePrices && AreMonths;
    }
}
