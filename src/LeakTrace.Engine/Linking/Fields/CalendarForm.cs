using System.Globalization;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>
/// Dates of a column as <c>yyyymmdd</c>: which of the numbers is the year, the month and the day is found from the whole column, so that a mistyped
/// date keeps its digits. What is no date keeps its digits as they are.
/// </summary>
static class CalendarForm
{
    const int Length = 8;

    static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Normal forms of the cells of a column, in their order.</summary>
    public static string[] Read(IReadOnlyList<string> cells)
    {
        var monthFirst = MonthStandsFirst(cells);
        var forms = new string[cells.Count];
        Span<int> parts = stackalloc int[3];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = Read(cells[i], parts, monthFirst);
        }

        return forms;
    }

    static string Read(string cell, Span<int> parts, bool monthFirst)
    {
        var count = Parts(cell, parts, out var longest, out var named);
        if (count == 1 && longest == 0 && parts[0] is > 2_000 and < 80_000 && cell.Length == 5)
        {
            // A day number of a spreadsheet.
            return new DateTime(1899, 12, 30).AddDays(parts[0]).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        }

        if (count == 3 && longest >= 0)
        {
            var (year, month, day) = longest == 0 ? (parts[0], parts[1], parts[2])
                : monthFirst && named != 1 ? (parts[2], parts[0], parts[1]) : named == 0 ? (parts[2], parts[0], parts[1]) : (parts[2], parts[1], parts[0]);
            return string.Create(CultureInfo.InvariantCulture, $"{Full(year) % 10_000:0000}{month % 100:00}{day % 100:00}");
        }

        var digits = Digits(cell);
        return digits.Length == 14 ? digits[..Length] : digits.Length == 4 ? digits + "0101" : digits.Length == 6 ? digits + "01" : digits;
    }

    /// <summary>Years of two digits lie in the last hundred before 2030.</summary>
    static int Full(int year) => year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;

    /// <summary>Up to three numbers of a cell; where the year stands (0 or 2, -1 unknown), and a month's name (-1 none).</summary>
    static int Parts(string cell, Span<int> parts, out int yearAt, out int named)
    {
        var count = 0;
        yearAt = 2;
        named = -1;
        for (var i = 0; i < cell.Length && count < 3;)
        {
            if (char.IsAsciiDigit(cell[i]))
            {
                int start = i, value = 0;
                for (; i < cell.Length && char.IsAsciiDigit(cell[i]) && i - start < 9; i++)
                {
                    value = value * 10 + cell[i] - '0';
                }

                if (i - start > 4)
                {
                    yearAt = i - start == 5 ? 0 : -1;
                    parts[0] = value;
                    return 1;
                }

                yearAt = i - start >= 3 && count == 0 ? 0 : yearAt;
                parts[count++] = value;
            }
            else if (char.IsAsciiLetter(cell[i]))
            {
                var start = i;
                while (i < cell.Length && char.IsAsciiLetter(cell[i]))
                {
                    i++;
                }

                var month = i - start >= 3 ? Array.IndexOf(_months, cell.Substring(start, 3).ToLowerInvariant()) : -1;
                if (month >= 0)
                {
                    named = count;
                    parts[count++] = month + 1;
                }
                else if (count < 3 && i - start > 2)
                {
                    yearAt = -1;
                    return 0;
                }
            }
            else
            {
                i++;
            }
        }

        return count;
    }

    static bool MonthStandsFirst(IReadOnlyList<string> cells)
    {
        int first = 0, second = 0;
        Span<int> parts = stackalloc int[3];
        foreach (var cell in cells)
        {
            if (Parts(cell, parts, out var yearAt, out _) == 3 && yearAt == 2)
            {
                first += parts[0] > 12 ? 1 : 0;
                second += parts[1] > 12 ? 1 : 0;
            }
        }

        return second > first;
    }

    static string Digits(string cell)
    {
        Span<char> kept = stackalloc char[Math.Min(cell.Length, 32)];
        var length = 0;
        foreach (var unit in cell.AsSpan(0, kept.Length))
        {
            if (char.IsAsciiDigit(unit))
            {
                kept[length++] = unit;
            }
        }

        return new string(kept[..length]);
    }
}
