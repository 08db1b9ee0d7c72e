using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>What a row by itself says of whom it identifies; the ground for its status (法释〔2017〕10号 第一条).</summary>
public static class RowIdentity
{
    const RowTraits LayoutTraits = RowTraits.Title | RowTraits.Header | RowTraits.Total | RowTraits.Remark;
    const RowTraits MalformedTraits = RowTraits.MalformedPhone | RowTraits.MalformedNationalId | RowTraits.MalformedWaybill;
    const int ShortestAddress = 5;

    /// <summary>
    /// Status and reason of a row before repetitions are looked for: <see cref="RowStatus.Valid"/> where it identifies someone.
    /// </summary>
    /// <param name="rows">All rows.</param>
    /// <param name="row">Which.</param>
    /// <param name="isMatched">Whether a register identifies the person; that lifts a masked row that is unidentifiable by itself.</param>
    public static (RowStatus Status, string Reason) Of(RecordTable rows, int row, bool isMatched)
    {
        var traits = rows.Traits[row];
        if ((traits & RowTraits.Blank) != 0)
        {
            return (RowStatus.Blank, "no-value");
        }

        if ((traits & LayoutTraits) != 0)
        {
            return (RowStatus.Layout, LayoutReason(traits));
        }

        var numbers = Numbers(rows, row);
        var hasName = FullName(rows, row);
        if (IsPlaceholder(traits, numbers, rows, row))
        {
            return (RowStatus.Placeholder, (traits & RowTraits.Placeholder) != 0 ? "dummy-value" : "no-word");
        }

        if (numbers.WellFormed)
        {
            return (RowStatus.Valid, numbers.Reason);
        }

        if (hasName && HasSecondField(rows, row))
        {
            return (RowStatus.Valid, "name-and-second-field");
        }

        if (numbers.Malformed && !numbers.Masked)
        {
            return (RowStatus.Invalid, "malformed-number");
        }

        // What a register identifies counts where the row hides what it has; a bare name stays a bare name.
        var masked = numbers.Masked || PackedName.HasWildcard(Value(rows, FieldRole.PersonName, row));
        return masked && isMatched ? (RowStatus.Valid, "masked-identified-by-register")
            : (RowStatus.Unidentifiable, masked ? "masked-not-identified" : "no-identifying-field");
    }

    /// <summary>Whether the row identifies its person by a phone number and nothing else.</summary>
    public static bool IsPhoneOnly(RecordTable rows, int row) =>
        HasKind(rows, row, PhoneKind.Mobile, PhoneKind.Landline)
        && Value(rows, FieldRole.PersonName, row) == 0
        && Value(rows, FieldRole.NationalId, row) == 0
        && Value(rows, FieldRole.Waybill, row) == 0
        && Value(rows, FieldRole.Address, row) == 0;

    /// <summary>First well-formed phone of a row, or 0.</summary>
    public static ulong WellFormedPhone(RecordTable rows, int row)
    {
        var phones = rows[FieldRole.Phone];
        if (phones is null)
        {
            return 0;
        }

        return IsWellFormed(phones.Values[row]) ? phones.Values[row]
            : phones.Extended is { } second && IsWellFormed(second[row]) ? second[row] : 0;
    }

    static string LayoutReason(RowTraits traits) =>
        (traits & RowTraits.Title) != 0 ? "title"
        : (traits & RowTraits.Header) != 0 ? "header"
        : (traits & RowTraits.Total) != 0 ? "total" : "note";

    static bool IsPlaceholder(RowTraits traits, NumberFindings numbers, RecordTable rows, int row)
    {
        var nameless = Value(rows, FieldRole.PersonName, row) == 0;
        if ((traits & RowTraits.Placeholder) != 0)
        {
            return nameless || !numbers.WellFormed || HasTestName(rows, row);
        }

        // A word for none stands in for every value that could identify.
        return (traits & RowTraits.NullWord) != 0 && nameless && !numbers.WellFormed && !numbers.Malformed && !numbers.Masked
            && Value(rows, FieldRole.Address, row) == 0;
    }

    /// <summary>测试 and the like, beside whatever number: nobody's row.</summary>
    static bool HasTestName(RecordTable rows, int row)
    {
        var name = Value(rows, FieldRole.PersonName, row);
        if (PackedName.IsLong(name))
        {
            return rows[FieldRole.PersonName]!.Text is { } texts && NullWords.IsTestWord(texts[row]);
        }

        Span<char> units = stackalloc char[4];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = PackedName.UnitAt(name, i);
        }

        return NullWords.IsTestWord(units[..PackedName.LengthOf(name)]);
    }

    static bool FullName(RecordTable rows, int row)
    {
        var name = Value(rows, FieldRole.PersonName, row);
        return name != 0 && !PackedName.HasWildcard(name);
    }

    static bool HasSecondField(RecordTable rows, int row) =>
        (Value(rows, FieldRole.EventDate, row) != 0 && Value(rows, FieldRole.Institution, row) != 0)
        || (rows[FieldRole.Address]?.Text is { } addresses && addresses[row].Length >= ShortestAddress);

    static NumberFindings Numbers(RecordTable rows, int row)
    {
        var id = (NationalIdKind)(Value(rows, FieldRole.NationalId, row) >> 60);
        var phone = HasKind(rows, row, PhoneKind.Mobile, PhoneKind.Landline);
        var hasId = id is NationalIdKind.Valid or NationalIdKind.PrecisionLost;
        var hasWaybill = Value(rows, FieldRole.Waybill, row) != 0 && (rows.Traits[row] & RowTraits.MalformedWaybill) == 0;
        var malformed = (rows.Traits[row] & MalformedTraits) != 0
            || HasKind(rows, row, PhoneKind.Malformed, PhoneKind.Malformed) || id == NationalIdKind.Malformed;
        var masked = HasKind(rows, row, PhoneKind.MaskedMobile, PhoneKind.MaskedMobile) || id == NationalIdKind.Masked;
        var reason = phone ? "phone" : hasId ? "national-id" : "waybill";
        return new NumberFindings(phone || hasId || hasWaybill, malformed, masked, reason);
    }

    static bool HasKind(RecordTable rows, int row, PhoneKind kind, PhoneKind other)
    {
        if (rows[FieldRole.Phone] is not { } phones)
        {
            return false;
        }

        PhoneKind first = PackedPhone.KindOf(phones.Values[row]),
            second = phones.Extended is { } extended ? PackedPhone.KindOf(extended[row]) : PhoneKind.None;
        return first == kind || first == other || second == kind || second == other;
    }

    static bool IsWellFormed(ulong phone) => PackedPhone.KindOf(phone) is PhoneKind.Mobile or PhoneKind.Landline;

    static ulong Value(RecordTable rows, FieldRole role, int row) => rows[role]?.Values[row] ?? 0;

    readonly record struct NumberFindings(bool WellFormed, bool Malformed, bool Masked, string Reason);
}
