using System.Buffers;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Tells dates from numbers by the number format, the only thing in a workbook that does.</summary>
static class NumberFormats
{
    static readonly SearchValues<char> _elapsed = SearchValues.Create("hHmMsS");

    /// <summary>Format of a built-in number; those of East Asian Excel (27 to 36, 50 to 58) have no code in the file.</summary>
    public static CellFormat OfBuiltIn(int id) => id switch
    {
        >= 14 and <= 22 or >= 27 and <= 36 or 45 or 47 or >= 50 and <= 58 => CellFormat.Date,
        46 => CellFormat.Duration,
        _ => CellFormat.Number,
    };

    /// <summary>
    /// Format of a code: <c>yyyy"年"m"月"d"日"</c>, <c>aaaa</c> (星期), <c>[$-404]e/m/d</c>, <c>上午/下午h"时"mm"分"</c> are dates;
    /// <c>0.00E+00</c>, <c>[Red]0</c>, <c>"d"0</c> are not.
    /// </summary>
    public static CellFormat OfCode(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return CellFormat.Number;
                case '"':
                    var close = code[(i + 1)..].IndexOf('"');
                    i = close < 0 ? code.Length : i + 1 + close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = code[i..].IndexOf(']');
                    if (end > 1 && !code.Slice(i + 1, end - 1).ContainsAnyExcept(_elapsed))
                    {
                        return CellFormat.Duration;
                    }

                    i = end < 0 ? code.Length : i + end;
                    break;
                case 'G' or 'g' when code[i..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return CellFormat.Number;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    return CellFormat.Number;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e' or 'E' or 'b' or 'B' or '年' or '月' or '日' or '时' or '午':
                    return CellFormat.Date;
                case 'a' or 'A' when code[i..].StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    return CellFormat.Date;
                default:
                    break;
            }
        }

        return CellFormat.Number;
    }
}
