using System.Globalization;
using System.Numerics;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Dates within a few years, such as bookings: compared by the days between them and their direction.</summary>
sealed class EventValues : IFieldValues
{
    static readonly string[] _levels =
    [
        "different", "weeks-earlier", "weeks-later", "a-week-earlier", "a-week-later", "days-earlier", "days-later", "day-earlier", "day-later", "mistyped",
    ];

    readonly string[] _texts;
    readonly (int Day, ulong Digits)[] _traits;
    readonly bool _isDirected;

    /// <summary>Takes values of the form yyyymmdd; the first is the empty one.</summary>
    /// <param name="texts">Values.</param>
    /// <param name="isDirected">Whether the two sides differ, so that earlier is not later.</param>
    public EventValues(string[] texts, bool isDirected)
    {
        _texts = texts;
        _traits = Array.ConvertAll(texts, text => (DayOf(text), BirthValues.DigitsOf(text)));
        _isDirected = isDirected;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>Day numbers of values; -1 where a value is no date of the calendar.</summary>
    public static int[] DaysOf(IReadOnlyList<string> texts)
    {
        var days = new int[texts.Count];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = DayOf(texts[i]);
        }

        return days;
    }

    static int DayOf(string text)
    {
        if (text.Length != 8 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return -1;
        }

        int year = number / 10_000, month = number / 100 % 100, day = number % 100;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (int)(new DateTime(year, month, day).Ticks / TimeSpan.TicksPerDay) : -1;
    }

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Between(lefts[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        var ((day, a), (other, b)) = (_traits[left], _traits[right]);
        if (day >= 0 && other >= 0)
        {
            var later = other - day;
            var level = Math.Abs(later) switch { 0 => 9, 1 => 9, <= 3 => 7, <= 10 => 5, <= 40 => 3, _ => 0 };
            if (level > 0)
            {
                return _isDirected && later < 0 ? level - 1 : level;
            }
        }

        return (a == 0 || b == 0 ? EditDistance.Between(_texts[left], _texts[right], 1) <= 1 : AreOneEditApart(a, b)) ? 10 : 1;
    }

    /// <summary>Of eight digits each, one edit is another digit or two neighbours swapped.</summary>
    static bool AreOneEditApart(ulong a, ulong b)
    {
        var apart = a ^ b;
        var shift = BitOperations.TrailingZeroCount(apart) & ~7;
        var rest = apart >> shift;
        return rest <= 0xFF || (rest <= 0xFFFF && (byte)(a >> shift) == (byte)(b >> (shift + 8)) && (byte)(b >> shift) == (byte)(a >> (shift + 8)));
    }
}
