namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Reads a number below 10^8 from the front of a text, in ASCII digits or Chinese numerals (二〇二三, 十一, 二十八, 廿三).
/// </summary>
static class ChineseNumerals
{
    const int MostDigits = 8;

    /// <summary>Whether the unit is a Chinese numeral.</summary>
    public static bool IsNumeral(char unit) => Value(unit) >= 0;

    /// <summary>Reads the number; <paramref name="digits"/> is how many digits it was written with.</summary>
    /// <returns>Number of units read, zero where there is no number or too long a one.</returns>
    public static int Read(ReadOnlySpan<char> text, out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            if (digits >= MostDigits)
            {
                return 0;
            }

            value = value * 10 + (text[digits] - '0');
            digits++;
        }

        if (digits > 0)
        {
            return digits;
        }

        var length = 0;
        var tens = -1;
        for (; length < text.Length && length < MostDigits; length++)
        {
            var unit = Value(text[length]);
            if (unit < 0)
            {
                break;
            }

            if (unit >= 10)
            {
                // 十 alone is ten, after a digit it multiplies; 廿 and 卅 are twenty and thirty.
                tens = unit == 10 && value > 0 ? value * 10 : unit;
                value = 0;
                digits = 0;
            }
            else
            {
                value = value * 10 + unit;
                digits++;
            }
        }

        if (tens >= 0)
        {
            value += tens;
            digits = 2;
        }

        return length;
    }

    static int Value(char unit) => unit switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '元' or '壹' => 1,
        '二' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        _ => -1,
    };
}
