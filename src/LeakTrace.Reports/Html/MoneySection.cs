using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>The money: prices and when they changed, payments against deliveries, who kept what, where the evidence disagrees.</summary>
static class MoneySection
{
    const int Shown = 200;

    public static void Write(TraceResult result, Words words, Page page)
    {
        if (result.Ledger.Count == 0)
        {
            page.Add($"<p>{words["money.none"]}</p>\n");
            return;
        }

        page.Add($"<p>{words["money.intro"]}</p>\n");
        WritePrices(result, words, page);
        WriteParties(result, words, page);
        WriteDisagreements(result, words, page);
        WriteLedger(result, words, page);
    }

    static void WritePrices(TraceResult result, Words words, Page page)
    {
        string[] headers =
        [
            words["col.payer"], words["col.payee"], words["col.evidence"], "#" + words["col.price"], "#" + words["col.estimate"],
            words["col.since"], "#" + words["col.delivered"], "#" + words["col.paid"], "#" + words["col.owed"], "#" + words["col.residual"],
        ];
        Sheet.Write(page, words["money.prices"], headers, result.Prices, line =>
        {
            page.Add($"<td>{line.Payer}</td><td>{line.Payee}</td><td class=\"path\">{words.Name("evidence", line.Source)}</td><td class=\"n strong\">{Yuan(line.Tier)}</td>");
            page.Add($"<td class=\"n\">{line.EstimateLow.ToString("0.##", CultureInfo.InvariantCulture)}–{line.EstimateHigh.ToString("0.##", CultureInfo.InvariantCulture)}</td>");
            page.Add($"<td>{line.Since}</td><td class=\"n\">{line.DeliveredValid}</td><td class=\"n\">{Yuan(line.Paid)}</td><td class=\"n\">{Yuan(line.Owed)}</td><td class=\"n\">{Yuan(line.Residual)}</td>");
        });
    }

    static void WriteParties(TraceResult result, Words words, Page page)
    {
        string[] headers =
        [
            words["col.party"], words["col.role"], words["col.evidence"], "#" + words["col.received"], "#" + words["col.passed-on"],
            "#" + words["col.kept"], "#" + words["col.sold"], "#" + words["col.obtained"], "#" + words["col.unpaid"],
        ];
        Sheet.Write(page, words["money.parties"], headers, result.Parties, line =>
        {
            page.Add($"<td>{line.Party}</td><td>{words["role." + PartyRoles.NameOf(line.Role)]}</td><td class=\"path\">{words.Name("evidence", line.Source)}</td>");
            page.Add($"<td class=\"n\">{Yuan(line.Received)}</td><td class=\"n\">{Yuan(line.PassedOn)}</td><td class=\"n strong\">{Yuan(line.Kept)}</td>");
            page.Add($"<td class=\"n\">{line.SoldValid}</td><td class=\"n\">{line.ObtainedValid}</td><td class=\"n\">{line.UnpaidValid}</td>");
        });
    }

    static void WriteDisagreements(TraceResult result, Words words, Page page)
    {
        page.Add($"<h3>{words["money.disagreements"]}</h3>\n");
        if (result.Disagreements.Count == 0)
        {
            page.Add($"<p>{words["money.agree"]}</p>\n");
            return;
        }

        string[] headers =
        [
            words["col.payer"], words["col.payee"], words["col.kind"], words["col.first"], "#" + words["col.value"], words["col.second"],
            "#" + words["col.value"],
        ];
        Sheet.Write(page, words["money.disagreements"], headers, result.Disagreements.Take(Shown).ToList(), line =>
        {
            page.Add($"<td>{line.Payer}</td><td>{line.Payee}</td><td>{words.Name("disagreement", line.Kind)} <span class=\"path\">{line.File}</span></td>");
            page.Add($"<td class=\"path\">{line.FirstSource} {line.FirstPaidAt}</td><td class=\"n\">{Number(line.FirstValue)}</td>");
            page.Add($"<td class=\"path\">{line.SecondSource} {line.SecondPaidAt}</td><td class=\"n\">{Number(line.SecondValue)}</td>");
        });
        WriteRest(result.Disagreements.Count, "disagreements", words, page);
    }

    static void WriteLedger(TraceResult result, Words words, Page page)
    {
        page.Add($"<details><summary>{words["money.ledger"]}<small>{result.Ledger.Count}</small></summary>\n");
        string[] headers =
        [
            words["col.paid-at"], words["col.payer"], words["col.payee"], "#" + words["col.amount"], "#" + words["col.delivered"],
            "#" + words["col.unit-price"], "#" + words["col.price"], "#" + words["col.implied"], "#" + words["col.residual"], words["col.evidence"],
        ];
        Sheet.Write(page, words["money.ledger"], headers, result.Ledger.Take(Shown).ToList(), line =>
        {
            page.Add($"<td>{line.PaidAt}</td><td>{line.Payer}</td><td>{line.Payee}</td><td class=\"n\">{Yuan(line.Amount)}</td><td class=\"n\">{line.DeliveredValid}</td>");
            page.Add($"<td class=\"n\">{Number(line.UnitPrice)}</td><td class=\"n\">{(line.Tier == 0 ? Figures.None : Yuan(line.Tier))}</td><td class=\"n\">{Number(line.ImpliedRows)}</td>");
            page.Add($"<td class=\"n strong\">{Yuan(line.Residual)}</td><td class=\"path\">{line.File}</td>");
        });
        WriteRest(result.Ledger.Count, "ledger", words, page);
        page.Add($"</details>\n");
    }

    static void WriteRest(int lines, string table, Words words, Page page)
    {
        if (lines > Shown)
        {
            page.Add($"<p class=\"hint\">{words.Say("money.more", Shown, lines, table)}</p>\n");
        }
    }

    static string Yuan(decimal amount) => (amount == 0 ? 0 : amount).ToString("#,0.##;−#,0.##;0", CultureInfo.InvariantCulture);

    static string Number(double number) => double.IsFinite(number) ? number.ToString("#,0.##;−#,0.##;0", CultureInfo.InvariantCulture) : Figures.None;
}
