using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>How the columns of the tables look.</summary>
static class ColumnStyles
{
    /// <summary>Looks of a column by its name, else by what stands in it.</summary>
    public static CellStyle Of(string column, CellKind kind) => column switch
    {
        "row" or "rank" or "first_row" or "second_row" => CellStyle.Number,
        "tier" when kind != CellKind.Text => CellStyle.Amount,
        "count" or "threshold" or "insider_threshold" or "severe_threshold" or "insider_severe_threshold" or "count_low" or "count_high" or "insider_count"
            or "accumulated" => CellStyle.General,
        "message" or "evidence" or "remedy" => CellStyle.Wrapped,
        "amount" or "unit_price" or "residual" or "received" or "passed_on" or "kept" or "paid" or "owed" or "estimate" or "estimate_low"
            or "estimate_high" => CellStyle.Amount,
        "guilt_probability" or "probability" or "p_value" or "order_correlation" or "overlap" or "containment" or "same_order" or "p_adjusted" or "forwarded_share"
            or "duplicate_probability" => CellStyle.FourDecimals,
        "lift" or "log_likelihood_ratio" or "median_lag_hours" or "expected_by_chance" or "read_before_delivery" or "expected" or "soon_after_expected" or "implied_rows" => CellStyle.OneDecimal,
        "covered" => CellStyle.Percent,
        _ when column.StartsWith("share_", StringComparison.Ordinal) || column.StartsWith("leak_rate", StringComparison.Ordinal) => CellStyle.Percent,
        _ when column.EndsWith("_people", StringComparison.Ordinal) => CellStyle.OneDecimal,
        _ => kind switch
        {
            CellKind.Integer => CellStyle.Whole,
            CellKind.Rounded or CellKind.Exact => CellStyle.Amount,
            _ => CellStyle.General,
        },
    };
}
