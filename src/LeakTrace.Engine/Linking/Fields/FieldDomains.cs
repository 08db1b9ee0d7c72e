using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Makes the domain of a field from the columns of both sides.</summary>
static class FieldDomains
{
    const double MostWordsOfLabel = 2.6;
    const int DaysOfBirths = 3_000;

    /// <summary>Domains of all fields, in their order.</summary>
    public static FieldDomain[] Make(LinkTable left, LinkTable right, IReadOnlyList<LinkField> fields, int threads, CancellationToken cancellation = default)
    {
        var domains = new FieldDomain[fields.Count];
        Parts.Each(
            fields.Count, threads, f => domains[f] = Make(fields[f], left.Columns[fields[f].Left], right.Columns[fields[f].Right], ReferenceEquals(left, right)),
            cancellation);
        return domains;
    }

    static FieldDomain Make(LinkField field, TextColumn left, TextColumn right, bool isOneTable)
    {
        var texts = new DistinctTexts();
        var leftIds = Number(left, field.Type, texts);
        var rightIds = isOneTable ? leftIds : Number(right, field.Type, texts);
        string[] all = [.. texts.Texts];
        var values = ValuesOf(field.Type, all, !isOneTable, out var tokens);
        return new FieldDomain(field, all, values, leftIds, rightIds, tokens);
    }

    static int[] Number(TextColumn column, FieldType type, DistinctTexts texts)
    {
        var forms = type == FieldType.Date ? CalendarForm.Read(column.Values) : null;
        var numbers = new int[column.Values.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var form = forms is not null ? forms[i] : NormalText.Of(column.Values[i], type);
            form = type == FieldType.Address ? AddressValues.Shorten(form) : form;
            numbers[i] = texts.NumberOf(form);
        }

        var records = new int[column.Codes.Length];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = numbers[column.Codes[i]];
        }

        return records;
    }

    static IFieldValues ValuesOf(FieldType type, string[] texts, bool isDirected, out Tokens? tokens)
    {
        tokens = null;
        switch (type)
        {
            case FieldType.Date:
                return AreBirths(texts) ? new BirthValues(texts) : new EventValues(texts, isDirected);
            case FieldType.Number:
                return new NumberValues(texts, AreMeasured(texts));
            case FieldType.Phone or FieldType.NationalId or FieldType.Code:
                return new CodeValues(texts);
            case FieldType.Name when AreHan(texts):
                return new HanNameValues(texts);
        }

        tokens = new Tokens(texts);
        return type switch
        {
            FieldType.Name => new LatinNameValues(texts, tokens),
            FieldType.Address => new AddressValues(tokens),
            FieldType.Place when !AreHan(texts) && WordsPerValue(tokens) <= MostWordsOfLabel => new LatinNameValues(texts, tokens),
            _ => new TextValues(tokens),
        };
    }

    /// <summary>Whether most values begin with an ideograph.</summary>
    internal static bool AreHan(string[] texts)
    {
        var han = 0;
        foreach (var text in texts)
        {
            han += text.Length > 0 && HanReadings.IsHan(text[0]) ? 1 : 0;
        }

        return 2 * han > texts.Length;
    }

    /// <summary>Whether dates are spread over more years than what is booked and delivered is.</summary>
    internal static bool AreBirths(string[] texts)
    {
        var days = EventValues.DaysOf(texts);
        Array.Sort(days);
        var known = days.AsSpan(Math.Abs(Array.FindIndex(days, day => day >= 0)));
        return known.Length > 0 && known[(int)(known.Length * 0.95)] - known[(int)(known.Length * 0.05)] > DaysOfBirths;
    }

    /// <summary>Whether numbers are measured rather than counted: they have decimals.</summary>
    internal static bool AreMeasured(string[] texts)
    {
        var decimals = 0;
        foreach (var text in texts)
        {
            decimals += text.Contains('.', StringComparison.Ordinal) ? 1 : 0;
        }

        return 5 * decimals > texts.Length;
    }

    static double WordsPerValue(Tokens tokens) => (double)tokens.Occurrences / tokens.Values;
}
