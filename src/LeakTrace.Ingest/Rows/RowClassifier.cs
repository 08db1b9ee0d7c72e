using System.Buffers;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Tells records from titles, headers (also repeated ones), totals and remarks.</summary>
sealed class RowClassifier
{
    static readonly SearchValues<string> _totalWords = SearchValues.Create(
        ["合计", "总计", "小计", "总共", "共计", "累计", "合 计", "总 计", "小 计", "总人数", "总数", "合計", "總計", "小計", "共計",
            "total", "subtotal", "grand total", "sum"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> _remarkWords = SearchValues.Create(
        ["备注", "注:", "注：", "说明", "制表", "制作人", "打印", "导出", "统计人", "来源:", "来源：", "以上", "截止", "截至", "审核", "联系我", "填表", "報表", "備註", "未完", "续表",
            "以下无", "以下空白", "note:", "notes:", "remark", "exported", "printed", "generated", "source:", "page ", "end of", "prepared by"],
        StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> _titleWords = SearchValues.Create(
        ["名单", "表", "清单", "明细", "统计", "汇总", "登记", "资料", "数据", "名册", "list", "report", "table", "register"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<char> _countUnits = SearchValues.Create("0123456789,.");

    // 电话2, but no phone.
    const int MostDigitsOfHeader = 2;
    const int LongestHeader = 40;

    readonly RecognisedSheet _sheet;
    readonly string[] _headers;
    readonly int _firstHeader;
    readonly int _named;
    readonly int _keyColumn = -1;
    readonly int _digitColumn = -1;

    /// <summary>Creates the classifier of a sheet.</summary>
    public RowClassifier(RecognisedSheet sheet, string[] headers)
    {
        _sheet = sheet;
        _headers = headers;
        _firstHeader = sheet.FirstHeaderRow;
        foreach (var header in headers)
        {
            _named += header.Length > 0 ? 1 : 0;
        }

        for (var i = 0; i < headers.Length && _keyColumn < 0; i++)
        {
            _keyColumn = headers[i].Length > 0 ? i : -1;
        }

        foreach (var role in (ReadOnlySpan<FieldRole>)[FieldRole.RecordNumber, FieldRole.EventDate, FieldRole.Waybill, FieldRole.NationalId, FieldRole.Phone])
        {
            _digitColumn = sheet.Layout.Columns.FirstOrDefault(column => column.Role == role)?.Index ?? _digitColumn;
        }
    }

    /// <summary>Whether a row that is no frame of this table is the header of another; one look at a column of numbers settles nearly every row.</summary>
    public bool IsOtherHeader(in RowCells cells)
    {
        if (_digitColumn >= 0 && cells[_digitColumn].ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        for (var i = 0; i < cells.Count; i++)
        {
            var digits = 0;
            foreach (var c in cells[i])
            {
                digits += char.IsDigit(c) ? 1 : 0;
            }

            if (digits > MostDigitsOfHeader || cells[i].Length > LongestHeader)
            {
                return false;
            }
        }

        return SampleSink.Keep(0, hidden: false, cells) is { } row && HeaderFinder.IsHeader(row);
    }

    /// <summary>What a row is; <see cref="RowTraits.None"/> for a record.</summary>
    /// <param name="row">1-based row in the sheet.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="filled">Number of cells that hold something.</param>
    public RowTraits Of(int row, in RowCells cells, out int filled)
    {
        filled = 0;
        var first = -1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (!IsBlank(cells[i]))
            {
                first = first < 0 ? i : first;
                filled++;
            }
        }

        if (filled == 0)
        {
            return RowTraits.Blank;
        }

        if (row <= _sheet.Layout.HeaderRow)
        {
            // A list cut from a longer one may have a header in its midst: what stands above and is a record stays one.
            return row >= _firstHeader ? RowTraits.Header : RecordLook.IsRecord(cells, _sheet.Columns) ? RowTraits.None : RowTraits.Title;
        }

        if (IsRepeatedHeader(cells))
        {
            return RowTraits.Header;
        }

        if (filled is 2 or 3 && IsSum(cells))
        {
            return RowTraits.Total;
        }

        // Only sparse rows, or rows of short tables that begin with such a word, can be totals and remarks.
        return filled * 2 <= _sheet.Columns + 1 ? OfSparse(cells, first, filled) : RowTraits.None;
    }

    /// <summary>Whether a cell holds nothing but white space; most begin with a digit, a letter or an ideograph.</summary>
    public static bool IsBlank(ReadOnlySpan<char> cell) =>
        cell.IsEmpty || (!CharacterFolding.IsPlain(cell[0]) && cell.IsWhiteSpace());

    RowTraits OfSparse(in RowCells cells, int first, int filled)
    {
        var text = cells[first].Trim();
        if (text.Length > 500 || HasIdentifier(cells))
        {
            return RowTraits.None;
        }

        var at = text.IndexOfAny(_totalWords);
        if (at == 0 || (at > 0 && filled > 1 && at <= 4 && text.Length <= 12) || IsCount(text))
        {
            return RowTraits.Total;
        }

        if (filled > 1 || _sheet.Columns < 3)
        {
            var remark = text.IndexOfAny(_remarkWords);
            return remark == 0 && text.Length > 3 && _sheet.Columns >= 2 ? RowTraits.Remark : RowTraits.None;
        }

        if (text.ContainsAny(_remarkWords) && text.Length > 3)
        {
            return RowTraits.Remark;
        }

        return text.Length >= 6 && text.ContainsAny(_titleWords) ? RowTraits.Title : RowTraits.None;
    }

    // 合计, 11; 2人, 合计: a word for a total beside nothing but counts, however narrow the sheet.
    static bool IsSum(in RowCells cells)
    {
        var words = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i].Trim().TrimEnd(":：");
            if (cell.IsEmpty)
            {
                continue;
            }

            var isWord = cell.Length <= 12 && cell.IndexOfAny(_totalWords) == 0;
            words += isWord ? 1 : 0;
            if (!isWord && !IsNumberOf(cell))
            {
                return false;
            }
        }

        return words == 1;
    }

    // 11, 2人, 1,204 条
    static bool IsNumberOf(ReadOnlySpan<char> cell)
    {
        var end = cell.IndexOfAnyExcept(_countUnits);
        return end != 0 && (end < 0 ? cell.Length : end) <= 7
            && (end < 0 || (cell.Length - end <= 2 && cell[^1] is '条' or '人' or '个' or '户' or '行' or '单' or '位' or '名' or '件' or '元'));
    }

    // 共 125 条, 共125人
    static bool IsCount(ReadOnlySpan<char> text) =>
        text.Length is >= 3 and <= 16 && text[0] == '共' && text.ContainsAnyInRange('0', '9')
        && text[^1] is '条' or '人' or '个' or '户' or '行' or '单' or '页' or '位';

    static bool HasIdentifier(in RowCells cells)
    {
        Span<ulong> phones = stackalloc ulong[PhoneReader.MaxPhones];
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var digits = 0;
            foreach (var c in cell)
            {
                digits += char.IsDigit(c) ? 1 : 0;
            }

            if (digits >= 7 && PhoneReader.Read(cell, phones) > 0 && PackedPhone.KindOf(phones[0]) is not PhoneKind.Malformed)
            {
                return true;
            }
        }

        return false;
    }

    bool IsRepeatedHeader(in RowCells cells)
    {
        // One comparison settles nearly every row.
        if (_keyColumn < 0 || _named < 2 || !cells[_keyColumn].Trim().SequenceEqual(_headers[_keyColumn]))
        {
            return false;
        }

        var same = 0;
        for (var i = 0; i < _headers.Length; i++)
        {
            same += _headers[i].Length > 0 && cells[i].Trim().SequenceEqual(_headers[i]) ? 1 : 0;
        }

        return same * 10 >= _named * 6;
    }
}
