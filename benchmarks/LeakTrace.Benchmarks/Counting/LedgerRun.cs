using System.Globalization;
using System.Text;
using LeakTrace.Engine.Counting;
using LeakTrace.Synthetic.Ledgers;

namespace LeakTrace.Benchmarks.Counting;

/// <summary>Prices and the months of their changes, found in generated ledgers with noise, missing and merged payments.</summary>
static class LedgerRun
{
    const double Noise = 0.1;
    const double Missing = 0.02;
    const double Merged = 0.05;
    const int FirstSeeds = 20;

    /// <summary>Measures; returns an exit code.</summary>
    public static int Run(int seeds)
    {
        var text = new StringBuilder("# Ledgers\n\n");
        text.Append(Machine.Description);
        text.Append(CultureInfo.InvariantCulture, $" {seeds} generated ledgers of each kind; 10 % noise, 2 % of the payments missing, 5 % of the deliveries paid with the next.\n\n");
        text.Append("| noise | ledgers | number of prices right | months of all changes right | months within the range given | prices within 5 % | all right | all right of the first 20 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in Enum.GetValues<LedgerNoise>())
        {
            int numbers = 0, months = 0, ranges = 0, prices = 0, all = 0, first = 0;
            for (var seed = 1; seed <= seeds; seed++)
            {
                var (isNumber, isMonth, isRange, isPrice) = Judge(SyntheticLedger.Make(seed, kind, Noise, Missing, Merged));
                numbers += isNumber ? 1 : 0;
                months += isMonth ? 1 : 0;
                ranges += isRange ? 1 : 0;
                prices += isPrice ? 1 : 0;
                all += isNumber && isMonth && isPrice ? 1 : 0;
                first += seed <= FirstSeeds && isNumber && isMonth && isPrice ? 1 : 0;
            }

            var line = string.Create(CultureInfo.InvariantCulture, $"| {kind} | {seeds} | {numbers} | {months} | {ranges} | {prices} | {all} | {first} |");
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        var path = Path.Combine(Machine.ResultsFolder(), "ledger.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
        return 0;
    }

    static (bool IsNumber, bool IsMonth, bool IsRange, bool IsPrice) Judge(SyntheticLedger ledger)
    {
        var settlements = Settlement.Of(ledger.Deliveries, [.. ledger.Payments.Select((payment, i) => (i, payment.PaidAt, payment.Amount))], isInAdvance: false);
        var found = PriceTiers.Find(settlements).Tiers;
        if (found.Count != ledger.Prices.Count)
        {
            return (false, false, false, false);
        }

        var isMonth = true;
        var isRange = true;
        var isPrice = true;
        for (var t = 0; t < found.Count; t++)
        {
            var days = settlements[found[t].FirstSettlement].Deliveries;
            var truth = ledger.Prices[t];
            isMonth &= t == 0 || MonthOf(days[found[t].FirstDelivery].SentAt) == MonthOf(truth.Since);
            isRange &= t == 0 || (MonthOf(days[0].SentAt) <= MonthOf(truth.Since) && MonthOf(truth.Since) <= MonthOf(days[^1].SentAt));
            isPrice &= Math.Abs(found[t].Price - truth.Price) <= 0.05m * truth.Price;
        }

        return (true, isMonth, isRange, isPrice);
    }

    static int MonthOf(long sentAt) => MonthOf(DateOnly.FromDayNumber((int)(sentAt / 86_400)));

    static int MonthOf(DateOnly day) => (12 * day.Year) + day.Month;
}
