using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking;

/// <summary>The words of evenly spaced records of a table, column by column, each split once.</summary>
sealed class SampledWords(LinkTable table)
{
    const int Most = 500;

    readonly string[]?[]?[] _columns = new string[]?[]?[table.Columns.Count];

    /// <summary>Number of records sampled.</summary>
    public int Count { get; } = Math.Min(Most, table.Rows);

    /// <summary>Words of a cell, in their order.</summary>
    public static string[] Of(string cell) => NormalText.Of(cell, FieldType.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Words of a column in each record sampled; null where its cell is empty.</summary>
    public string[]?[] this[int column]
    {
        get
        {
            if (_columns[column] is { } known)
            {
                return known;
            }

            var words = new string[]?[Count];
            for (var i = 0; i < Count; i++)
            {
                var cell = table.Columns[column][(int)((long)i * table.Rows / Count)];
                words[i] = cell.Length > 0 ? Of(cell) : null;
            }

            return _columns[column] = words;
        }
    }
}
