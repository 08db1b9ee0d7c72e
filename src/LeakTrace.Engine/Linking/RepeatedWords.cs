using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking;

/// <summary>
/// Columns that repeat what others say: a full name beside given name and surname. Compared as they are, one agreement would count several times; of such a
/// column, only what the others do not say is compared, and where that is nothing, the column is left out.
/// </summary>
public static class RepeatedWords
{
    const int FewestSampled = 20;
    const double LeastContained = 0.8;
    const double LeastLeft = 0.02;

    /// <summary>The tables with such columns replaced, the fields that are left, and notes on what was done.</summary>
    public static (LinkTable Left, LinkTable Right, IReadOnlyList<LinkField> Fields, IReadOnlyList<string> Notes) Remove(
        LinkTable left, LinkTable right, IReadOnlyList<LinkField> fields)
    {
        var kept = new List<LinkField>();
        var notes = new List<string>();
        var repeated = new List<LinkField>[fields.Count];
        var leftWords = new SampledWords(left);
        var rightWords = ReferenceEquals(left, right) ? leftWords : new SampledWords(right);
        for (var f = 0; f < fields.Count; f++)
        {
            repeated[f] = Repeated(leftWords, rightWords, fields, f);
            if (repeated[f].Count > 0 && SaysNothingElse(leftWords, rightWords, fields[f], repeated[f]))
            {
                notes.Add($"field '{fields[f].Name}' is ignored: it repeats {NamesOf(repeated[f])}");
            }
            else
            {
                kept.Add(fields[f]);
            }
        }

        LinkTable newLeft = left, newRight = right;
        for (var f = 0; f < fields.Count; f++)
        {
            var others = repeated[f].FindAll(kept.Contains);
            if (others.Count > 0 && kept.Contains(fields[f]))
            {
                notes.Add($"of field '{fields[f].Name}', only what {NamesOf(others)} do not say is compared");
                newLeft = With(newLeft, fields[f].Left, Rest(left, fields[f].Left, others.ConvertAll(other => other.Left)));
                newRight = ReferenceEquals(left, right) ? newLeft
                    : With(newRight, fields[f].Right, Rest(right, fields[f].Right, others.ConvertAll(other => other.Right)));
            }
        }

        return (newLeft, newRight, kept, notes);
    }

    static string NamesOf(List<LinkField> fields) => string.Join(", ", fields.ConvertAll(field => field.Name));

    /// <summary>Fields whose words a field has in nearly all records; of two that have the same words, the later one repeats the earlier.</summary>
    static List<LinkField> Repeated(SampledWords left, SampledWords right, IReadOnlyList<LinkField> fields, int at)
    {
        var repeated = new List<LinkField>();
        for (var g = 0; g < fields.Count; g++)
        {
            if (g != at && IsOfWords(fields[at].Type) && IsOfWords(fields[g].Type) && Contains(left, right, fields[at], fields[g])
                && (g < at || !Contains(left, right, fields[g], fields[at])))
            {
                repeated.Add(fields[g]);
            }
        }

        return repeated;
    }

    static bool IsOfWords(FieldType type) => type is FieldType.Name or FieldType.Place or FieldType.Address or FieldType.Text;

    static bool Contains(SampledWords left, SampledWords right, LinkField field, LinkField part) =>
        Contains(left, field.Left, part.Left) && (ReferenceEquals(left, right) || Contains(right, field.Right, part.Right));

    static bool Contains(SampledWords sample, int column, int part)
    {
        string[]?[] wholes = sample[column], pieces = sample[part];
        int sampled = 0, contained = 0;
        for (var i = 0; i < sample.Count; i++)
        {
            if (wholes[i] is { } whole && pieces[i] is { } piece)
            {
                sampled++;
                contained += HasWordsOf(whole, piece) ? 1 : 0;
            }
        }

        return sampled >= FewestSampled && contained >= LeastContained * sampled;
    }

    static bool SaysNothingElse(SampledWords left, SampledWords right, LinkField field, List<LinkField> others) =>
        SaysNothingElse(left, field.Left, others.ConvertAll(other => other.Left))
        && (ReferenceEquals(left, right) || SaysNothingElse(right, field.Right, others.ConvertAll(other => other.Right)));

    static bool SaysNothingElse(SampledWords sample, int column, List<int> others)
    {
        var rest = 0;
        for (var i = 0; i < sample.Count; i++)
        {
            var record = i;
            rest += Array.Exists(sample[column][i] ?? [], word => !others.Exists(other => Array.IndexOf(sample[other][record] ?? [], word) >= 0)) ? 1 : 0;
        }

        return rest < LeastLeft * sample.Count;
    }

    static bool HasWordsOf(string[] whole, string[] piece)
    {
        foreach (var word in piece)
        {
            if (Array.IndexOf(whole, word) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of a column that others do not have in the same record, in their order.</summary>
    static TextColumn Rest(LinkTable table, int column, List<int> others)
    {
        var values = new List<string> { "" };
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var codes = new int[table.Rows];
        var words = Words(table.Columns[column]);
        var said = others.ConvertAll(other => (table.Columns[other].Codes, Words: Words(table.Columns[other])));
        for (var record = 0; record < codes.Length; record++)
        {
            var rest = "";
            foreach (var word in words[table.Columns[column].Codes[record]])
            {
                if (!said.Exists(other => Array.IndexOf(other.Words[other.Codes[record]], word) >= 0))
                {
                    rest = rest.Length == 0 ? word : rest + " " + word;
                }
            }

            if (!numbers.TryGetValue(rest, out codes[record]))
            {
                numbers[rest] = codes[record] = values.Count;
                values.Add(rest);
            }
        }

        return new TextColumn(table.Columns[column].Name, values, codes);
    }

    static string[][] Words(TextColumn column)
    {
        var words = new string[column.Values.Count][];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = SampledWords.Of(column.Values[i]);
        }

        return words;
    }

    static LinkTable With(LinkTable table, int column, TextColumn replacement)
    {
        TextColumn[] columns = [.. table.Columns];
        columns[column] = replacement;
        return table with { Columns = columns };
    }
}
