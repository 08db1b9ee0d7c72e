using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>How the columns of the tables look.</summary>
static class ColumnStyles
{
    /// <summary>Looks of a column by its name, else by what stands in it.</summary>
    public static CellStyle Of(string column, CellKind kind) => column switch
    {
        "row" or "rank" => CellStyle.Number,
        "message" or "evidence" or "remedy" => CellStyle.Wrapped,
        "amount" or "unit_price" or "residual" or "received" or "passed_on" or "kept" or "paid" => CellStyle.Amount,
        "guilt_probability" or "probability" or "p_value" or "order_correlation" or "overlap" or "containment" or "same_order" => CellStyle.FourDecimals,
        "lift" or "log_likelihood_ratio" or "median_lag_hours" or "expected_by_chance" or "read_before_delivery" or "expected" => CellStyle.OneDecimal,
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
