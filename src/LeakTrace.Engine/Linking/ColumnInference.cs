using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking;

/// <summary>Finds, where no profile says it, which column names the records and which are worth comparing, as what.</summary>
public static class ColumnInference
{
    const double LeastPresent = 0.02;
    const double DenseSequence = 0.5;

    /// <summary>Place of the first column whose cells are all present and all different; -1 where there is none.</summary>
    public static int IdOf(LinkTable table)
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (table.Rows > 0 && IsUnique(table.Columns[c], table.Rows))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Fields of columns that both tables have under one name, at most sixteen, and notes on the columns left out.</summary>
    public static (IReadOnlyList<LinkField> Fields, IReadOnlyList<string> Notes) FieldsOf(LinkTable left, LinkTable right, int leftId, int rightId)
    {
        var found = new List<Candidate>();
        var notes = new List<string>();
        for (var c = 0; c < left.Columns.Count; c++)
        {
            var column = left.Columns[c];
            var other = ReferenceEquals(left, right) ? c : PlaceOf(right, column.Name);
            if (c == leftId || (other == rightId && other >= 0))
            {
                continue;
            }

            if (other < 0)
            {
                notes.Add($"column '{column.Name}' is ignored: {right.Name} has none of that name");
            }
            else if (Uselessness(column, right.Columns[other], left.Rows, right.Rows) is { } why)
            {
                notes.Add($"column '{column.Name}' is ignored: {why}");
            }
            else
            {
                var type = ColumnTypes.Of(column, right.Columns[other]);
                found.Add(new Candidate(new LinkField(column.Name, type, c, other), BitsOf(column, left.Rows)));
            }
        }

        while (found.Count > PairComparison.MostFields)
        {
            var least = 0;
            for (var f = 1; f < found.Count; f++)
            {
                least = found[f].Bits < found[least].Bits ? f : least;
            }

            notes.Add($"column '{found[least].Field.Name}' is ignored: it tells least, and {PairComparison.MostFields} fields are compared at most");
            found.RemoveAt(least);
        }

        return (found.ConvertAll(entry => entry.Field), notes);
    }

    static int PlaceOf(LinkTable table, string name)
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (string.Equals(table.Columns[c].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return c;
            }
        }

        return -1;
    }

    static bool IsUnique(TextColumn column, int rows) => column.Values.Count == rows + 1 && Array.IndexOf(column.Codes, 0) < 0;

    static string? Uselessness(TextColumn left, TextColumn right, int leftRows, int rightRows)
    {
        int present = Present(left), other = Present(right);
        if (present < LeastPresent * leftRows || other < LeastPresent * rightRows)
        {
            return "it is nearly always empty";
        }

        if (left.Values.Count <= 2 && right.Values.Count <= 2)
        {
            return "it is the same in all records";
        }

        return left.Values.Count - 1 == present && right.Values.Count - 1 == other && (IsSequence(left, present) || IsSequence(right, other))
            ? "it numbers the records" : null;
    }

    /// <summary>Whole numbers, all different and close together: what numbers the rows of a file, not people.</summary>
    static bool IsSequence(TextColumn column, int present)
    {
        long low = long.MaxValue, high = long.MinValue;
        foreach (var value in column.Values)
        {
            if (value.Length == 0)
            {
                continue;
            }

            if (!long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            low = Math.Min(low, number);
            high = Math.Max(high, number);
        }

        return present > 1 && present >= DenseSequence * (high - (double)low);
    }

    static int Present(TextColumn column)
    {
        var present = 0;
        foreach (var code in column.Codes)
        {
            present += code == 0 ? 0 : 1;
        }

        return present;
    }

    /// <summary>What agreement on the column tells on average: the entropy of its values times how often it is there.</summary>
    static double BitsOf(TextColumn column, int rows)
    {
        var counts = new int[column.Values.Count];
        foreach (var code in column.Codes)
        {
            counts[code]++;
        }

        double bits = 0;
        for (var v = 1; v < counts.Length; v++)
        {
            var share = (double)counts[v] / rows;
            bits -= share > 0 ? share * Math.Log2(share) : 0;
        }

        return bits;
    }

    /// <summary>A field that may be compared, and what agreement on it tells.</summary>
    sealed record Candidate(LinkField Field, double Bits);
}
