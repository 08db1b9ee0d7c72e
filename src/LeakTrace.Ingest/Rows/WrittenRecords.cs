using System.Buffers;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>
/// Finds whole records in one text: 产妇 王丽 13812345678 2023-05-01 市一医院 剖宫产, or 姓名：王丽 电话：13812345678. What stands inside decides; labels help.
/// </summary>
sealed class WrittenRecords
{
    const int LongestText = 4000;
    const int LongestLabel = 8;
    const int ShortestRun = 7;

    static readonly SearchValues<char> _separators = SearchValues.Create(" \t\r\n,，;；、|。！!？?\u3000（）()【】[]《》“”\"");
    static readonly SearchValues<char> _runs = SearchValues.Create("0123456789０１２３４５６７８９*＊-－+ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    static readonly string[] _tails = ["电话是", "手机是", "号码是", "电话", "手机", "号码", "微信", "联系", "地址", "叫", "是", "为", "的", "号", ":", "："];

    readonly DateContext _dates;
    readonly List<string[]> _records = [];
    string[] _current = New();
    FieldRole _label;
    bool _freshLine = true;

    WrittenRecords(DateContext dates) => _dates = dates;

    /// <summary>Layout of the cells that <see cref="Read"/> gives: the column of a role is its number.</summary>
    public static SheetLayout Layout { get; } = new(0,
        [.. Enum.GetValues<FieldRole>().Where(role => FieldRoles.IsKept(role) || role == FieldRole.Note).Select(role => new SheetColumn((int)role, "", role, 1))]);

    /// <summary>The records of a text, each as cells by role; empty where it identifies nobody.</summary>
    public static List<string[]> Read(string text, DateContext dates)
    {
        if (text.Length > LongestText)
        {
            return [];
        }

        var reader = new WrittenRecords(dates);
        foreach (var line in text.Split('\n'))
        {
            reader._freshLine = true;
            reader._label = FieldRole.None;
            reader.ReadLine(line);
        }

        reader.End();
        return reader._records;
    }

    /// <summary>Number of fields of a record.</summary>
    public static int Fields(string[] record) => record.Count(cell => cell.Length > 0);

    static string[] New()
    {
        return [.. Enumerable.Repeat("", FieldRoles.Count)];
    }

    void ReadLine(ReadOnlySpan<char> line)
    {
        while (line.Length > 0)
        {
            var end = line.IndexOfAny(_separators);
            var token = end < 0 ? line : line[..end];

            // 2023-05-01 12:30 is one token, though a space stands in it.
            if (end == 10 && line.Length >= 15 && line[13] == ':' && char.IsAsciiDigit(line[11]) && char.IsAsciiDigit(line[0]))
            {
                var time = line[11..].IndexOfAny(_separators);
                end = time < 0 ? -1 : 11 + time;
                token = end < 0 ? line : line[..end];
            }

            Take(token.Trim());
            line = end < 0 ? default : line[(end + 1)..];
        }
    }

    void Take(ReadOnlySpan<char> token)
    {
        if (token.IsEmpty)
        {
            return;
        }

        var colon = token.IndexOfAny(':', '：');
        if (colon > 0 && FieldLabel.Of(token[..colon]) is var named && named != FieldRole.None)
        {
            _label = named;
            Take(token[(colon + 1)..].Trim());
            return;
        }

        if (SplitRun(token))
        {
            return;
        }

        // 产妇 before a name; an institution's words may be a label's too, so that these are values first.
        if (FieldLabel.Of(token) is FieldRole.PersonName or FieldRole.RelatedName or FieldRole.Phone or FieldRole.SenderName or FieldRole.SenderPhone or FieldRole.NationalId)
        {
            _label = FieldLabel.Of(token);
            return;
        }

        if (Place(token))
        {
            return;
        }

        var label = FieldLabel.Of(token);
        if (label != FieldRole.None)
        {
            _label = label;
            return;
        }

        Split(token);
    }

    // 王丽13812345678: a long run of digits parts what stands around it.
    bool SplitRun(ReadOnlySpan<char> token)
    {
        for (var at = 0; at < token.Length; at++)
        {
            var length = token[at..].IndexOfAnyExcept(_runs);
            length = length < 0 ? token.Length - at : length;
            if (length >= ShortestRun && length < token.Length && Digits(token.Slice(at, length)) >= ShortestRun)
            {
                Take(WithoutTail(token[..at]));
                Take(token.Slice(at, length));
                Take(token[(at + length)..].Trim());
                return true;
            }

            at += length;
        }

        return false;
    }

    static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) || c is '*' or '＊' ? 1 : 0;
        }

        return digits;
    }

    // 姓名王丽: a label may stick to its value.
    void Split(ReadOnlySpan<char> token)
    {
        for (var length = Math.Min(LongestLabel, token.Length - 2); length >= 2; length--)
        {
            if (FieldLabel.Of(token[..length]) is var label && label != FieldRole.None && (Place(token[length..], label) || Place(token[length..].TrimStart("是为"), label)))
            {
                _label = FieldRole.None;
                return;
            }
        }

        if (_label is FieldRole.Address or FieldRole.SenderAddress or FieldRole.Institution or FieldRole.RecordNumber)
        {
            Put(_label, token, isLabelled: true);
        }
        else
        {
            Append(FieldRole.Note, token);
        }
    }

    static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> token)
    {
        for (var i = 0; i < _tails.Length; i++)
        {
            if (token.EndsWith(_tails[i], StringComparison.Ordinal))
            {
                token = token[..^_tails[i].Length].TrimEnd();
                i = -1;
            }
        }

        return token;
    }

    bool Place(ReadOnlySpan<char> token) => Place(token, _label);

    bool Place(ReadOnlySpan<char> token, FieldRole label)
    {
        var shape = CellShapes.Of(token, _dates);
        var role = Fitting(shape, label);
        if (role == FieldRole.None)
        {
            return false;
        }

        Put(role, token, label == role);
        _label = FieldRole.None;
        return true;
    }

    static FieldRole Fitting(CellShape shape, FieldRole label)
    {
        bool Is(CellShape wanted) => (shape & wanted) != 0;
        var labelled = FieldRoles.TypeOf(label) switch
        {
            FieldType.Phone => Is(CellShape.Phone),
            FieldType.NationalId => Is(CellShape.NationalId),
            FieldType.Date => Is(CellShape.Date),
            FieldType.Name => Is(CellShape.Name),
            FieldType.Address => Is(CellShape.Address | CellShape.District),
            FieldType.Code => Is(CellShape.Code),
            FieldType.Place => label == FieldRole.Sex ? Is(CellShape.Sex) : label == FieldRole.District ? Is(CellShape.District) : label == FieldRole.Institution && Is(CellShape.Institution),
            _ => false,
        };
        return label != FieldRole.None && labelled ? label
            : Is(CellShape.NationalId) ? FieldRole.NationalId
            : Is(CellShape.Phone) ? FieldRole.Phone
            : Is(CellShape.Date) && !Is(CellShape.Number) ? FieldRole.EventDate
            : Is(CellShape.Institution) ? FieldRole.Institution
            : Is(CellShape.Address) ? FieldRole.Address
            : Is(CellShape.LongCode) ? FieldRole.Waybill
            : Is(CellShape.Sex) ? FieldRole.Sex
            : Is(CellShape.Name) ? FieldRole.PersonName
            : FieldRole.None;
    }

    void Put(FieldRole role, ReadOnlySpan<char> value, bool isLabelled)
    {
        // The next person begins with a second name, or on a line of their own; labels may take a line each.
        var isNext = role == FieldRole.PersonName
            ? (Has(FieldRole.Phone) || Has(FieldRole.NationalId)) && (Has(FieldRole.PersonName) || (_freshLine && !isLabelled))
            : role == FieldRole.Phone && Has(FieldRole.Phone) && _freshLine && !isLabelled;
        if (isNext)
        {
            End();
        }

        _freshLine = false;
        if (role is FieldRole.PersonName && Has(role))
        {
            role = FieldRole.RelatedName;
        }

        if (role is FieldRole.Phone or FieldRole.Address or FieldRole.SenderAddress)
        {
            Append(role, value);
        }
        else if (!Has(role))
        {
            _current[(int)role] = value.ToString();
        }
        else
        {
            Append(FieldRole.Note, value);
        }
    }

    bool Has(FieldRole role) => _current[(int)role].Length > 0;

    void Append(FieldRole role, ReadOnlySpan<char> value) =>
        _current[(int)role] = Has(role) ? $"{_current[(int)role]} {value}" : value.ToString();

    void End()
    {
        var telling = (Has(FieldRole.EventDate) ? 1 : 0) + (Has(FieldRole.Institution) ? 1 : 0) + (Has(FieldRole.Address) ? 1 : 0);
        if (Has(FieldRole.Phone) || Has(FieldRole.NationalId) || Has(FieldRole.Waybill) || (Has(FieldRole.PersonName) && telling >= 2))
        {
            _records.Add(_current);
        }

        _current = New();
    }
}
