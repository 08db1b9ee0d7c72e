using System.Buffers;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Judges cells for recognising columns.</summary>
static class CellShapes
{
    const int LongestJudged = 256;

    static readonly SearchValues<char> _addressMarks = SearchValues.Create("省市区县镇乡村路街道巷弄号栋幢楼单元室苑园城");
    static readonly SearchValues<string> _institutionWords = SearchValues.Create(
        ["医院", "妇幼", "保健院", "卫生院", "医疗", "妇产", "妇儿", "网点", "营业部", "营业点", "分部", "门诊", "服务站", "诊所", "分公司", "分拨", "揽投", "投递", "院区", "营业厅", "服务中心", "门店", "支行", "专卖店", "旗舰店", "4s店",
            "hospital", "clinic", "maternity", "medical", "branch", "depot", "station"],
        StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<char> _decimals = SearchValues.Create("0123456789.");

    static readonly string[] _deviceWords =
        ["pc", "ws", "term", "pda", "host", "desktop", "laptop", "win", "nb", "terminal", "client", "ip", "电脑", "终端", "设备", "工作站"];

    static readonly SearchValues<string> _streetWords = SearchValues.Create(
        ["street", " road", " rd", " st ", " avenue", " ave", " lane", "apartment", " apt"], StringComparison.OrdinalIgnoreCase);

    /// <summary>All that a trimmed, non-empty cell could be.</summary>
    public static CellShape Of(ReadOnlySpan<char> cell, DateContext context)
    {
        if (cell.Length > LongestJudged)
        {
            return CellShape.None;
        }

        Span<char> folded = stackalloc char[LongestJudged];
        folded = folded[..CharacterFolding.Fold(cell, folded)];
        if (folded.Length == 0 || NullWords.IsNull(folded) || folded is "无" or "-" or "/")
        {
            return CellShape.Null;
        }

        var shape = CellShape.None;
        Span<ulong> phones = stackalloc ulong[PhoneReader.MaxPhones];
        var count = PhoneReader.Read(cell, phones);
        for (var i = 0; i < Math.Min(count, phones.Length); i++)
        {
            shape |= IsPhone(phones[i], folded) ? CellShape.Phone : 0;
        }

        // A masked mobile could be read as a masked identity number too.
        var isShortPhone = (shape & CellShape.Phone) != 0 && folded.Length < 15;
        if (!isShortPhone && NationalIdReader.Read(cell, out var head, out _)
            && PackedNationalId.KindOf(head) is not (NationalIdKind.None or NationalIdKind.Malformed))
        {
            shape |= CellShape.NationalId;
        }

        if (folded.Length is >= 4 and <= 40 && DateReader.Read(cell, context, out var date) && PackedDate.DayOf(date) >= 0)
        {
            shape |= PackedDate.SecondOf(date) > 0 ? CellShape.Date | CellShape.Time : CellShape.Date;
        }

        return shape | OfText(cell, folded);
    }

    static bool IsPhone(ulong phone, ReadOnlySpan<char> folded) => PackedPhone.KindOf(phone) switch
    {
        PhoneKind.Mobile or PhoneKind.MaskedMobile or PhoneKind.Placeholder => true,
        PhoneKind.Landline => folded.Length is >= 7 and <= 20,
        _ => false,
    };

    static CellShape OfText(ReadOnlySpan<char> cell, ReadOnlySpan<char> folded)
    {
        var digits = 0;
        var letters = 0;
        var others = 0;
        var marks = 0;
        foreach (var c in folded)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            others += char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.' ? 0 : 1;
            marks += _addressMarks.Contains(c) ? 1 : 0;
        }

        if (folded is "男" or "女" or "m" or "f" or "male" or "female" or "男性" or "女性" or "男婴" or "女婴" or "男孩" or "女孩")
        {
            return CellShape.Sex;
        }

        if (IsDevice(folded))
        {
            return CellShape.Device;
        }

        var shape = digits == folded.Length && digits <= 15 ? CellShape.Number : CellShape.None;
        shape |= digits > 0 && digits == folded.Length - 1 && folded.IndexOf('.') > 0 && folded[^1] != '.' ? CellShape.Decimal : CellShape.None;
        if (others == 0 && digits * 2 >= folded.Length && folded.Length is >= 3 and <= 32)
        {
            shape |= CellShape.Code | (digits >= 10 ? CellShape.LongCode : 0);
        }

        if (digits == 0 || folded.Length > 6)
        {
            shape |= OfPlace(folded, digits, marks);
        }

        Span<char> name = stackalloc char[LongestJudged];
        if (digits == 0 && folded.Length <= 40 && (shape & CellShape.Institution) == 0
            && NameReader.Read(cell, name, out var reading) && reading.LooksLikeName)
        {
            shape |= (reading.Traits & RowTraits.BabyName) != 0 ? CellShape.Name | CellShape.Baby : CellShape.Name;
        }

        return shape;
    }

    // Machines go by address or by a short word and a number.
    static bool IsDevice(ReadOnlySpan<char> folded)
    {
        if (folded.Length is >= 7 and <= 15 && char.IsAsciiDigit(folded[0]) && folded.Count('.') == 3)
        {
            return !folded.ContainsAnyExcept(_decimals);
        }

        foreach (var word in _deviceWords)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal) && folded.Length is var length && length > word.Length && length <= word.Length + 8
                && (char.IsAsciiDigit(folded[word.Length]) || folded[word.Length] is '-' or '_'))
            {
                return true;
            }
        }

        return false;
    }

    static CellShape OfPlace(ReadOnlySpan<char> folded, int digits, int marks)
    {
        var shape = CellShape.None;
        var institution = folded.ContainsAny(_institutionWords);
        if (folded.Length >= 6 && (marks >= 3 || (marks >= 2 && digits > 0) || (digits > 0 && folded.ContainsAny(_streetWords))))
        {
            shape |= CellShape.Address;
        }

        // 五一广场店: shops go by their place.
        institution |= folded.Length is >= 4 and <= 16 && digits == 0 && folded[^1] is '店' or '厅';
        if (institution && folded.Length <= 40 && digits == 0)
        {
            shape |= CellShape.Institution;
        }

        if (folded.Length is >= 2 and <= 9 && digits == 0 && !institution && folded[^1] is '区' or '县' or '市' or '省' or '镇')
        {
            shape |= CellShape.District;
        }

        return shape;
    }
}
