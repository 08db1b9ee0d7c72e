using System.Globalization;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Dates within a few years, such as bookings: compared by the days between them and their direction.</summary>
sealed class EventValues : IFieldValues
{
    static readonly string[] _levels =
    [
        "different", "weeks-earlier", "weeks-later", "a-week-earlier", "a-week-later", "days-earlier", "days-later", "day-earlier", "day-later", "mistyped",
    ];

    readonly string[] _texts;
    readonly int[] _days;
    readonly ulong[] _bags;
    readonly bool _isDirected;

    /// <summary>Takes values of the form yyyymmdd; the first is the empty one.</summary>
    /// <param name="texts">Values.</param>
    /// <param name="isDirected">Whether the two sides differ, so that earlier is not later.</param>
    public EventValues(string[] texts, bool isDirected)
    {
        _texts = texts;
        _days = DaysOf(texts);
        _bags = Array.ConvertAll(texts, text => CharacterBag.Of(text));
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
    public int Between(int left, int right)
    {
        if (_days[left] >= 0 && _days[right] >= 0)
        {
            var later = _days[right] - _days[left];
            var level = Math.Abs(later) switch { 0 => 9, 1 => 9, <= 3 => 7, <= 10 => 5, <= 40 => 3, _ => 0 };
            if (level > 0)
            {
                return _isDirected && later < 0 ? level - 1 : level;
            }
        }

        return CharacterBag.FewestEdits(_bags[left], _bags[right]) <= 1 && EditDistance.Between(_texts[left], _texts[right], 1) <= 1 ? 10 : 1;
    }
}
