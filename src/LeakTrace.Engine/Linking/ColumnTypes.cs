using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking;

/// <summary>Finds the type of a column by its header and its cells.</summary>
static class ColumnTypes
{
    const int Sample = 2_000;

    static readonly System.Buffers.SearchValues<char> _idUnits = System.Buffers.SearchValues.Create("0123456789*");

    static readonly (FieldType Type, string[] Words)[] _words =
    [
        (FieldType.NationalId, ["身份证", "证件号", "national_id", "nationalid"]),
        (FieldType.Phone, ["phone", "mobile", "tel", "手机", "电话", "联系方式"]),
        (FieldType.Date, ["date", "dob", "birthday", "born", "日期", "生日", "出生", "时间"]),
        (FieldType.Code, ["mail", "postcode", "post_code", "zip", "ssn", "soc_sec", "passport", "account", "_id", "邮编", "邮箱", "编号", "单号", "运单"]),
        (FieldType.Address, ["addr", "street", "地址", "住址"]),
        (FieldType.Place, ["city", "town", "suburb", "state", "county", "country", "place", "district", "region", "occupation", "gender", "sex", "医院", "城市", "籍贯", "地区", "区县"]),
        (FieldType.Text, ["memo", "title", "description", "note", "author", "comment", "remark", "备注", "摘要"]),
        (FieldType.Name, ["name", "surname", "forename", "given", "guardian", "mother", "father", "姓名", "名字"]),
    ];

    /// <summary>Type of a column that two tables share.</summary>
    public static FieldType Of(TextColumn left, TextColumn right)
    {
        var shape = new CellCounts();
        shape.Add(left.Values);
        shape.Add(right.Values);
        var header = left.Name.ToLowerInvariant();
        foreach (var (type, words) in _words)
        {
            if (Array.Exists(words, word => header.Contains(word, StringComparison.Ordinal)) && shape.Allows(type))
            {
                return type;
            }
        }

        return shape.Guess();
    }

    /// <summary>What the cells of a column look like.</summary>
    sealed class CellCounts
    {
        double _cells, _dates, _numbers, _decimals, _letters, _mixed, _words, _hanNames, _han, _mails, _longDigits, _ids, _digits;

        public void Add(IReadOnlyList<string> values)
        {
            var step = Math.Max(1, values.Count / Sample);
            var sampled = new List<string>();
            for (var v = 1; v < values.Count; v += step)
            {
                sampled.Add(values[v]);
                Add(values[v]);
            }

            var days = EventValues.DaysOf(CalendarForm.Read(sampled));
            for (var i = 0; i < days.Length; i++)
            {
                // Eight digits are a date where they make one; fewer are a number or a year.
                _dates += days[i] > 0 && sampled[i].Length is >= 6 and <= 32 && (sampled[i].Length == 8 || !IsNumber(sampled[i])) ? 1 : 0;
            }
        }

        public bool Allows(FieldType type) => type switch
        {
            FieldType.Date => _dates > 0.6 * _cells,
            FieldType.NationalId => _ids > 0.5 * _cells,
            FieldType.Phone => _digits > 0.6 * _cells,
            FieldType.Name or FieldType.Text => _numbers < 0.5 * _cells,
            FieldType.Address or FieldType.Place => _numbers < 0.8 * _cells,
            _ => true,
        };

        public FieldType Guess() =>
            _cells == 0 ? FieldType.Text
            : _mails > 0.5 * _cells ? FieldType.Code
            : _ids > 0.5 * _cells ? FieldType.NationalId
            : _dates > 0.8 * _cells ? FieldType.Date
            : _numbers > 0.95 * _cells ? _decimals > 0 || _longDigits < 0.5 * _cells ? FieldType.Number : FieldType.Code
            : _hanNames > 0.7 * _cells ? FieldType.Name
            : _words > 2.5 * _cells ? _mixed > 0.5 * _cells ? FieldType.Address : FieldType.Text
            : _mixed > 0.5 * _cells ? FieldType.Code
            : _han > 0.5 * _cells ? FieldType.Text
            : _letters > 0.7 * _cells ? FieldType.Name : FieldType.Text;

        static bool IsNumber(string cell) => double.TryParse(
            cell, System.Globalization.NumberStyles.Float | System.Globalization.NumberStyles.AllowThousands,
            System.Globalization.CultureInfo.InvariantCulture, out _);

        void Add(string cell)
        {
            _cells++;
            int digits = 0, letters = 0, spaces = 0, han = 0;
            foreach (var unit in cell)
            {
                digits += char.IsAsciiDigit(unit) ? 1 : 0;
                letters += char.IsLetter(unit) ? 1 : 0;
                spaces += unit == ' ' ? 1 : 0;
                han += HanReadings.IsHan(unit) ? 1 : 0;
            }

            var isNumber = IsNumber(cell);
            _numbers += isNumber ? 1 : 0;
            _decimals += isNumber && cell.Contains('.', StringComparison.Ordinal) ? 1 : 0;
            _longDigits += digits >= 5 && digits == cell.Length ? 1 : 0;
            _digits += digits >= 6 ? 1 : 0;
            _letters += digits == 0 && letters > 0 ? 1 : 0;
            _mixed += digits > 0 && letters > 0 ? 1 : 0;
            _words += spaces + 1;
            _mails += cell.Contains('@', StringComparison.Ordinal) ? 1 : 0;
            _han += han > 0 ? 1 : 0;
            _hanNames += han == cell.Length && han is >= 2 and <= 4 ? 1 : 0;
            _ids += cell.Length == 18 && digits >= 8 && !cell.AsSpan(0, 17).ContainsAnyExcept(_idUnits) ? 1 : 0;
        }
    }
}
