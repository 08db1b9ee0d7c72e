using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Seized;

/// <summary>Writes an entry's values the way a sheet shows them.</summary>
static class CellText
{
    public static Cell Render(
        Entry entry, Field field, int sequence, SheetStyle style, Func<string, string> shortInstitution)
    {
        if (field == Field.Sequence)
        {
            return Cell.OfNumber(sequence.ToString(CultureInfo.InvariantCulture));
        }

        var value = field == Field.Baby && style.BabyInsteadOfName ? ChildOf(entry) : entry[field];
        if (string.IsNullOrEmpty(value))
        {
            return Cell.Empty;
        }

        return field switch
        {
            Field.Date => Date(value, style),
            Field.Phone or Field.SecondPhone or Field.SenderPhone => Phone(value, entry.Masked, style),
            Field.NationalId => NationalId(value, style),
            Field.Waybill => Cell.Of(value),
            Field.Name => Cell.Of(Written(Mask(value, entry.Masked) + (entry.Titled ? "女士" : ""), style)),
            Field.SenderName => Cell.Of(Written(Mask(value, entry.Masked), style)),
            Field.Institution => Cell.Of(Written(style.ShortInstitutions ? shortInstitution(value) : value, style)),
            _ => Cell.Of(Written(value, style)),
        };
    }

    /// <summary>Masks a name as couriers print it: all but the surname.</summary>
    public static string Mask(string name, bool masked) =>
        masked && name.Length > 1
            ? name[..Surnames.LengthIn(name)] + new string('*', name.Length - Surnames.LengthIn(name)) : name;

    static string? ChildOf(Entry entry)
    {
        if (entry[Field.Name] is not { } mother || entry.Origin is EntryOrigin.Placeholder)
        {
            return entry[Field.Name];
        }

        return Mask(mother, entry.Masked) + (entry[Field.Sex] switch { "男" => "之子", "女" => "之女", _ => "之婴" });
    }

    static Cell Phone(string phone, bool masked, SheetStyle style)
    {
        if (masked && phone.Length == 11)
        {
            return Cell.Of(string.Concat(phone.AsSpan(0, 3), "****", phone.AsSpan(7)));
        }

        var isNumber = !phone.AsSpan().ContainsAnyExceptInRange('0', '9') && phone[0] != '0';
        if (style.PhonesAsNumbers && isNumber)
        {
            return Cell.OfNumber(phone);
        }

        if (style.GroupedPhones && phone.Length == 11 && isNumber)
        {
            return Cell.Of($"{phone.AsSpan(0, 3)} {phone.AsSpan(3, 4)} {phone.AsSpan(7)}");
        }

        return Cell.Of(style.FullWidth ? Widened(phone) : phone);
    }

    static Cell NationalId(string id, SheetStyle style) =>
        style.IdsAsNumbers && !id.AsSpan().ContainsAnyExceptInRange('0', '9') ? Cell.OfNumber(id) : Cell.Of(id);

    static Cell Date(string iso, SheetStyle style)
    {
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Cell.Of(iso);
        }

        return style.Dates switch
        {
            DateStyle.Iso => Cell.Of(iso),
            DateStyle.Slashes => Cell.Of(Format("yyyy/M/d")),
            DateStyle.Dots => Cell.Of(Format("yyyy.MM.dd")),
            DateStyle.Digits => Cell.Of(Format("yyyyMMdd")),
            DateStyle.Chinese => Cell.Of(Format("yyyy年M月d日")),
            DateStyle.ChineseWithoutYear => Cell.Of(Format("M月d日")),
            DateStyle.Serial => Cell.OfDate(date, Format("yyyy/M/d")),
            _ => Cell.OfDate(date, Format("yyyy年M月d日")),
        };

        string Format(string pattern) => date.ToString(pattern, CultureInfo.InvariantCulture);
    }

    static string Written(string text, SheetStyle style)
    {
        var written = style.Traditional ? TraditionalForms.Of(text) : text;
        return style.FullWidth ? Widened(written) : written;
    }

    static string Widened(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsAsciiLetterOrDigit(source[i]) ? (char)(source[i] + 0xFEE0) : source[i];
            }
        });
}
