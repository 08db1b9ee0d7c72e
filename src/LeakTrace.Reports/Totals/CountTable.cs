using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Totals;

/// <summary>The counts as one of the outputs shows them: a number by scope, key and column.</summary>
sealed class CountTable
{
    readonly Dictionary<(string Scope, string Key, string Column), long> _numbers = [];

    /// <summary>Columns of whole numbers of the table <c>counts</c>.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. TraceTables.Counts.Columns.Select(column => column.Name).Except(["scope", "key"])];

    /// <summary>Everything that is shown.</summary>
    public IReadOnlyDictionary<(string Scope, string Key, string Column), long> Numbers => _numbers;

    /// <summary>Adds a number.</summary>
    public void Add(string scope, string key, string column, long number) => _numbers[(scope, FormulaGuard.Neutral(key), column)] = number;

    /// <summary>Adds a number written out; what is none is left out.</summary>
    public void Add(string scope, string key, string column, string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace("−", "-", StringComparison.Ordinal);
        if (double.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number == Math.Round(number))
        {
            Add(scope, key, column, (long)number);
        }
    }

    /// <summary>A number; 0 where it is not shown.</summary>
    public long Of(string scope, string key, string column) => _numbers.GetValueOrDefault((scope, key, column));

    /// <summary>Scopes and keys.</summary>
    public IEnumerable<(string Scope, string Key)> Lines => _numbers.Keys.Select(number => (number.Scope, number.Key)).Distinct();
}
