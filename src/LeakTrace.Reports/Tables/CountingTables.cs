using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Tables;

/// <summary>The tables of thresholds, money and types of information. Names and order of the columns are relied on: add at the end only.</summary>
static class CountingTables
{
    public static readonly Table<ThresholdLine> Thresholds = new(
        "thresholds",
        ("scope", line => Cell.Of(line.Scope)),
        ("key", line => Cell.Of(line.Key)),
        ("tier", line => Cell.Of(line.Tier)),
        ("count", line => Cell.Exact(line.Count)),
        ("threshold", line => Cell.Exact(line.Threshold)),
        ("insider_threshold", line => Cell.Exact(line.InsiderThreshold)),
        ("severe_threshold", line => Cell.Exact(line.SevereThreshold)),
        ("insider_severe_threshold", line => Cell.Exact(line.InsiderSevereThreshold)),
        ("reached", line => Cell.Of(line.Reached)),
        ("severe_reached", line => Cell.Of(line.SevereReached)),
        ("insider_reached", line => Cell.OfAnswer(line.InsiderReached)),
        ("insider_severe_reached", line => Cell.OfAnswer(line.InsiderSevereReached)),
        ("role", line => Cell.Of(PartyRoles.NameOf(line.Role))),
        ("article", line => Cell.Of(line.Article)),
        ("unit", line => Cell.Of(line.Unit)),
        ("count_low", line => Cell.Exact(line.CountLow)),
        ("count_high", line => Cell.Exact(line.CountHigh)),
        ("insider_count", line => Cell.Exact(line.InsiderCount)),
        ("accumulated", line => Cell.Exact(line.Accumulated)),
        ("rows", line => line.Unit == "records" ? Cell.Of(line.Rows) : default),
        ("depends_on_key", line => Cell.Of(line.DependsOnKey)),
        ("note", line => Cell.Of(line.Note)));

    public static readonly Table<ThresholdKeyLine> ThresholdKeys = new(
        "threshold_keys",
        ("scope", line => Cell.Of(line.Scope)),
        ("key", line => Cell.Of(line.Key)),
        ("tier", line => Cell.Of(line.Tier)),
        ("counted_by", line => Cell.Of(line.CountedBy)),
        ("count", line => Cell.Of(line.Count)),
        ("covered", line => Cell.Rounded(line.Covered)),
        ("reached", line => Cell.Of(line.Reached)),
        ("severe_reached", line => Cell.Of(line.SevereReached)),
        ("insider_reached", line => Cell.OfAnswer(line.InsiderReached)),
        ("insider_severe_reached", line => Cell.OfAnswer(line.InsiderSevereReached)),
        ("differs", line => Cell.Of(line.Differs)));

    public static readonly Table<LedgerLine> Ledger = new(
        "ledger",
        ("paid_at", line => Cell.Of(line.PaidAt)),
        ("payer", line => Cell.Of(line.Payer)),
        ("payee", line => Cell.Of(line.Payee)),
        ("amount", line => Yuan(line.Amount)),
        ("delivered_valid", line => Cell.Of(line.DeliveredValid)),
        ("unit_price", line => Cell.Rounded(line.UnitPrice)),
        ("tier", line => Price(line.Tier)),
        ("implied_rows", line => Cell.Rounded(line.ImpliedRows)),
        ("residual", line => Yuan(line.Residual)),
        ("source", line => Cell.Of(line.Source)),
        ("row", line => Cell.OfNumbered(line.Row)),
        ("settlement", line => Cell.Of(line.Settlement)),
        ("claimed_rows", line => line.ClaimedRows == 0 ? default : Cell.Of(line.ClaimedRows)),
        ("file", line => Cell.Of(line.File)));

    public static readonly Table<PriceLine> Prices = new(
        "prices",
        ("payer", line => Cell.Of(line.Payer)),
        ("payee", line => Cell.Of(line.Payee)),
        ("source", line => Cell.Of(line.Source)),
        ("tier", line => Price(line.Tier)),
        ("estimate", line => Cell.Rounded(line.Estimate)),
        ("estimate_low", line => Cell.Rounded(line.EstimateLow)),
        ("estimate_high", line => Cell.Rounded(line.EstimateHigh)),
        ("since", line => Cell.Of(line.Since)),
        ("month", line => Cell.Of(line.Month)),
        ("payments", line => Cell.Of(line.Payments)),
        ("delivered_valid", line => Cell.Of(line.DeliveredValid)),
        ("paid", line => Yuan(line.Paid)),
        ("owed", line => Yuan(line.Owed)),
        ("residual", line => Yuan(line.Residual)),
        ("month_earliest", line => Cell.Of(line.MonthEarliest)),
        ("month_latest", line => Cell.Of(line.MonthLatest)));

    public static readonly Table<PartyLine> Parties = new(
        "parties",
        ("party", line => Cell.Of(line.Party)),
        ("role", line => Cell.Of(PartyRoles.NameOf(line.Role))),
        ("source", line => Cell.Of(line.Source)),
        ("received", line => Yuan(line.Received)),
        ("passed_on", line => Yuan(line.PassedOn)),
        ("kept", line => Yuan(line.Kept)),
        ("sold_valid", line => Cell.Of(line.SoldValid)),
        ("obtained_valid", line => Cell.Of(line.ObtainedValid)),
        ("paid_for_valid", line => Cell.Of(line.PaidForValid)),
        ("unpaid_valid", line => Cell.Of(line.UnpaidValid)));

    public static readonly Table<DisagreementLine> Disagreements = new(
        "disagreements",
        ("payer", line => Cell.Of(line.Payer)),
        ("payee", line => Cell.Of(line.Payee)),
        ("kind", line => Cell.Of(line.Kind)),
        ("first_source", line => Cell.Of(line.FirstSource)),
        ("first_row", line => Cell.OfNumbered(line.FirstRow)),
        ("first_paid_at", line => Cell.Of(line.FirstPaidAt)),
        ("first_value", line => Cell.Exact(line.FirstValue)),
        ("second_source", line => Cell.Of(line.SecondSource)),
        ("second_row", line => Cell.OfNumbered(line.SecondRow)),
        ("second_paid_at", line => Cell.Of(line.SecondPaidAt)),
        ("second_value", line => Cell.Exact(line.SecondValue)),
        ("file", line => Cell.Of(line.File)));

    public static readonly Table<InformationLine> Information = new(
        "information",
        ("file", line => Cell.Of(line.File)),
        ("sheet", line => Cell.Of(line.Sheet)),
        ("type", line => Cell.Of(line.Type)),
        ("tiers", line => Cell.Of(line.Tiers)),
        ("columns", line => Cell.Of(line.Columns)),
        ("rows", line => Cell.Of(line.Rows)),
        ("values", line => line.Values < 0 ? default : Cell.Of(line.Values)),
        ("valid", line => Cell.Of(line.Valid)));

    public static readonly Table<ColumnLine> Columns = new(
        "columns",
        ("file", line => Cell.Of(line.File)),
        ("sheet", line => Cell.Of(line.Sheet)),
        ("column", line => Cell.Of(line.Column)),
        ("field", line => Cell.Of(line.Field)),
        ("types", line => Cell.Of(line.Types)),
        ("tiers", line => Cell.Of(line.Tiers)),
        ("rows", line => Cell.Of(line.Rows)),
        ("values", line => line.Values < 0 ? default : Cell.Of(line.Values)),
        ("from_row", line => Cell.Of(line.FromRow)));

    static Cell Price(decimal price) => price == 0 ? default : Cell.Exact((double)price);

    // A decimal difference of nothing may carry a sign.
    static Cell Yuan(decimal amount) => Cell.Exact(amount == 0 ? 0 : (double)amount);
}
