using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Tables;

/// <summary>The tables of a trace. Names and order of the columns are relied on by users' scripts: add at the end only.</summary>
static class TraceTables
{
    public static readonly Table<InputLine> Inputs = new(
        "inputs",
        ("file", line => Cell.Of(line.File)),
        ("sha256", line => Cell.Of(line.Sha256)),
        ("bytes", line => Cell.Of(line.Bytes)),
        ("kind", line => Cell.Of(line.Kind)),
        ("encoding", line => Cell.Of(line.Encoding)),
        ("sheets", line => Cell.Of(line.Sheets)),
        ("rows", line => Cell.Of(line.Rows)),
        ("problems", line => Cell.Of(line.Problems)));

    public static readonly Table<RowLine> Rows = new(
        "rows",
        ("file", line => Cell.Of(line.File)),
        ("sheet", line => Cell.Of(line.Sheet)),
        ("row", line => Cell.Of(line.Row)),
        ("status", line => Cell.Of(NameOf(line.Status))),
        ("reason", line => Cell.Of(line.Reason)),
        ("same_as", line => Cell.Of(line.SameAs)),
        ("person", line => Cell.Of(line.Person)),
        ("corroborated", line => Cell.Of(line.Corroborated)),
        ("record", line => Cell.Of(line.Record)),
        ("source", line => Cell.Of(line.Source)),
        ("probability", line => Cell.Rounded(line.Probability)),
        ("duplicate_probability", line => Cell.Rounded(line.DuplicateProbability)),
        ("tiers", line => Cell.Of(line.Tiers)),
        ("further", line => Cell.Of(string.Join("; ", line.Further.Select(record => record.Person.Length > 0 ? $"{NameOf(record.Status)}:{record.Person}" : NameOf(record.Status))))));

    public static readonly Table<MatchLine> Matches = new(
        "matches",
        ("file", line => Cell.Of(line.File)),
        ("sheet", line => Cell.Of(line.Sheet)),
        ("row", line => Cell.Of(line.Row)),
        ("source", line => Cell.Of(line.Source)),
        ("record", line => Cell.Of(line.Record)),
        ("probability", line => Cell.Rounded(line.Probability)),
        ("weight", line => Cell.Exact(line.WeightBits)),
        ("class", line => Cell.Of(NameOf(line.Class))),
        ("evidence", line => Cell.Of(line.Evidence)));

    public static readonly Table<SourceLine> Sources = new(
        "sources",
        ("rank", line => Cell.OfNumbered(line.Rank)),
        ("source", line => Cell.Of(line.Source)),
        ("kind", line => Cell.Of(line.Kind)),
        ("registry_records", line => Cell.Of(line.RegistryRecords)),
        ("matched_records", line => Cell.Of(line.MatchedRecords)),
        ("matched_people", line => Cell.Rounded(line.MatchedPeople)),
        ("share_of_seized", line => Cell.Rounded(line.ShareOfSeized)),
        ("share_of_registry", line => Cell.Rounded(line.ShareOfRegistry)),
        ("lift", line => Cell.Rounded(line.Lift)),
        ("exclusive_people", line => Cell.Rounded(line.ExclusivePeople)),
        ("explained_people", line => Cell.Rounded(line.ExplainedPeople)),
        ("leak_rate", line => Cell.Rounded(line.LeakRate)),
        ("leak_rate_low", line => Cell.Rounded(line.LeakRateLow)),
        ("leak_rate_high", line => Cell.Rounded(line.LeakRateHigh)),
        ("log_likelihood_ratio", line => Cell.Rounded(line.LogLikelihoodRatioBits)),
        ("needed", line => Cell.Of(line.Needed)),
        ("guilt_probability", line => Cell.Rounded(line.GuiltProbability)),
        ("canaries", line => Cell.Rounded(line.Canaries)),
        ("not_told_from", line => Cell.Of(line.NotToldFrom)));

    public static readonly Table<AccountLine> Accounts = new(
        "accounts",
        ("rank", line => Cell.OfNumbered(line.Rank)),
        ("account", line => Cell.Of(line.Account)),
        ("source", line => Cell.Of(line.Source)),
        ("records_read", line => Cell.Of(line.RecordsRead)),
        ("matched_people", line => Cell.Rounded(line.MatchedPeople)),
        ("read_before_delivery", line => Cell.Rounded(line.ReadBeforeDelivery)),
        ("expected_by_chance", line => Cell.Rounded(line.ExpectedByChance)),
        ("exclusive_people", line => Cell.Rounded(line.ExclusivePeople)),
        ("explained_people", line => Cell.Rounded(line.ExplainedPeople)),
        ("leak_rate", line => Cell.Rounded(line.LeakRate)),
        ("leak_rate_low", line => Cell.Rounded(line.LeakRateLow)),
        ("leak_rate_high", line => Cell.Rounded(line.LeakRateHigh)),
        ("log_likelihood_ratio", line => Cell.Rounded(line.LogLikelihoodRatioBits)),
        ("needed", line => Cell.Of(line.Needed)),
        ("median_lag_hours", line => Cell.Rounded(line.MedianLagHours)),
        ("group_size", line => Cell.Of(line.GroupSize)),
        ("reading_p_value", line => Cell.Rounded(line.ReadingPValue)),
        ("bursts", line => Cell.Of(line.Bursts)),
        ("round_the_clock_days", line => Cell.Of(line.RoundTheClockDays)),
        ("devices", line => Cell.Of(line.Devices)),
        ("hours_on_several_devices", line => Cell.Of(line.SharedHours)),
        ("shared_login", line => Cell.Of(line.SharedLogin)),
        ("guilt_probability", line => Cell.Rounded(line.GuiltProbability)),
        ("canaries", line => Cell.Rounded(line.Canaries)),
        ("not_told_from", line => Cell.Of(line.NotToldFrom)),
        ("people_left_open", line => Cell.Rounded(line.LeftOpen)));

    public static readonly Table<ScopeLine> SourcesByScope = ByScope("sources_by_scope", "source");

    public static readonly Table<ScopeLine> AccountsByScope = ByScope("accounts_by_scope", "account");

    public static readonly Table<CountLine> Counts = new(
        "counts",
        ("scope", line => Cell.Of(line.Scope)),
        ("key", line => Cell.Of(line.Key)),
        ("total", line => Cell.Of(line.Total)),
        ("blank", line => Cell.Of(line.Blank)),
        ("layout", line => Cell.Of(line.Layout)),
        ("placeholder", line => Cell.Of(line.Placeholder)),
        ("unidentifiable", line => Cell.Of(line.Unidentifiable)),
        ("invalid", line => Cell.Of(line.Invalid)),
        ("duplicate", line => Cell.Of(line.Duplicate)),
        ("probable_duplicate", line => Cell.Of(line.ProbableDuplicate)),
        ("valid", line => Cell.Of(line.Valid)),
        ("corroborated", line => Cell.Of(line.Corroborated)),
        ("phone_only", line => Cell.Of(line.PhoneOnly)),
        ("by_phone", line => Cell.Of(line.ByPhone)),
        ("by_id", line => Cell.Of(line.ById)),
        ("by_name_phone", line => Cell.Of(line.ByNamePhone)),
        ("by_row", line => Cell.Of(line.ByRow)),
        ("valid_low", line => Cell.Of(line.ValidLow)),
        ("valid_high", line => Cell.Of(line.ValidHigh)));

    public static readonly Table<FileLine> Files = new(
        "files",
        ("file", line => Cell.Of(line.File)),
        ("people", line => Cell.Of(line.People)),
        ("new_people", line => Cell.Of(line.NewPeople)),
        ("duplicate_of", line => Cell.Of(line.DuplicateOf)),
        ("contained_in", line => Cell.Of(line.ContainedIn)),
        ("most_like", line => Cell.Of(line.MostLike)),
        ("overlap", line => line.MostLike.Length == 0 ? default : Cell.Rounded(line.Overlap)),
        ("exhibit", line => Cell.Of(line.Exhibit)));

    public static readonly Table<LineageLine> Lineage = new(
        "lineage",
        ("from_file", line => Cell.Of(line.FromFile)),
        ("to_file", line => Cell.Of(line.ToFile)),
        ("shared_people", line => Cell.Of(line.SharedPeople)),
        ("containment", line => Cell.Rounded(line.Containment)),
        ("same_order", line => Cell.Of(line.SameOrder)),
        ("sent_first", line => line.SentFirst is { } first ? Cell.Of(first) : default),
        ("forwarded_share", line => Cell.Rounded(line.ForwardedShare)),
        ("direction_by", line => Cell.Of(line.DirectionBy)));

    public static readonly Table<FlowLine> Flows = new(
        "flows",
        ("seller", line => Cell.Of(line.Seller)),
        ("buyer", line => Cell.Of(line.Buyer)),
        ("files", line => Cell.Of(line.Files)),
        ("rows", line => Cell.Of(line.Rows)),
        ("valid", line => Cell.Of(line.Valid)),
        ("resold", line => Cell.Of(line.Resold)),
        ("first_sent_at", line => Cell.Of(line.FirstSentAt)),
        ("last_sent_at", line => Cell.Of(line.LastSentAt)));

    public static readonly Table<CallLine> Calls = new(
        "calls",
        ("source", line => Cell.Of(line.Source)),
        ("calls", line => Cell.Of(line.Calls)),
        ("to_registered", line => Cell.Of(line.ToRegistered)),
        ("expected", line => Cell.Rounded(line.Expected)),
        ("median_lag_hours", line => Cell.Rounded(line.MedianLagHours)),
        ("order_correlation", line => Cell.Rounded(line.OrderCorrelation)),
        ("p_value", line => Cell.Rounded(line.PValue)),
        ("people", line => Cell.Of(line.People)),
        ("tested_people", line => Cell.Of(line.TestedPeople)),
        ("soon_after", line => Cell.Of(line.SoonAfter)),
        ("soon_after_expected", line => Cell.Rounded(line.SoonAfterExpected)),
        ("p_adjusted", line => Cell.Rounded(line.AdjustedPValue)),
        ("follows", line => Cell.Of(line.Follows)));

    public static readonly Table<Problem> Problems = new(
        "problems",
        ("file", line => Cell.Of(line.File)),
        ("sheet", line => Cell.Of(line.Sheet)),
        ("row", line => Cell.OfNumbered(line.Row)),
        ("severity", line => Cell.Of(NameOf(line.Severity))),
        ("code", line => Cell.Of(line.Code)),
        ("message", line => Cell.Of(line.Message)));

    static Table<ScopeLine> ByScope(string name, string holder) => new(
        name,
        ("scope", line => Cell.Of(line.Scope)),
        ("key", line => Cell.Of(line.Key)),
        (holder, line => Cell.Of(line.Holder)),
        ("kind", line => Cell.Of(line.Kind)),
        ("matched_people", line => Cell.Rounded(line.MatchedPeople)),
        ("explained_people", line => Cell.Rounded(line.ExplainedPeople)),
        ("leak_rate", line => Cell.Rounded(line.LeakRate)),
        ("leak_rate_low", line => Cell.Rounded(line.LeakRateLow)),
        ("leak_rate_high", line => Cell.Rounded(line.LeakRateHigh)),
        ("log_likelihood_ratio", line => Cell.Rounded(line.LogLikelihoodRatioBits)),
        ("needed", line => Cell.Of(line.Needed)));

    public static string NameOf(RowStatus status) => status switch
    {
        RowStatus.Blank => "blank",
        RowStatus.Layout => "layout",
        RowStatus.Placeholder => "placeholder",
        RowStatus.Invalid => "invalid",
        RowStatus.Unidentifiable => "unidentifiable",
        RowStatus.Duplicate => "duplicate",
        RowStatus.ProbableDuplicate => "probable_duplicate",
        _ => "valid",
    };

    public static string NameOf(MatchClass matchClass) => matchClass switch
    {
        MatchClass.Match => "match",
        MatchClass.Review => "review",
        _ => "non-match",
    };

    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
