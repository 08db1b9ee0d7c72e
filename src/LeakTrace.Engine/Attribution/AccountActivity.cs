using LeakTrace.Engine.Entities;

namespace LeakTrace.Engine.Attribution;

/// <summary>When an account was at work: bursts before deliveries, and days that no one person works.</summary>
sealed class AccountActivity
{
    const int SecondsOfHour = 3600;
    const int HoursOfDay = 24;
    const int RoundTheClock = 20;
    const int LeastBurst = 10;
    const double TimesUsual = 4;
    readonly long _first;
    readonly int[] _reads;
    readonly List<int> _deliveryHours = [];

    /// <summary>Takes the period of all events and the times of the deliveries.</summary>
    public AccountActivity(long[] times, List<SeizedPerson> people)
    {
        long first = long.MaxValue, last = long.MinValue;
        foreach (var time in times)
        {
            if (time != long.MinValue)
            {
                first = Math.Min(first, time);
                last = Math.Max(last, time);
            }
        }

        _first = first == long.MaxValue ? 0 : first - first % (SecondsOfHour * HoursOfDay);
        _reads = new int[last < first ? 0 : (int)((last - _first) / SecondsOfHour) + 1];
        var hours = new SortedSet<int>();
        foreach (var person in people)
        {
            if (person.FirstSentAt != long.MaxValue && person.FirstSentAt >= _first)
            {
                hours.Add((int)Math.Min(int.MaxValue, (person.FirstSentAt - _first) / SecondsOfHour));
            }
        }

        _deliveryHours.AddRange(hours);
    }

    /// <summary>Describes one account by the times of its events, in any order.</summary>
    public void Describe(ReadOnlySpan<long> times, AccountFindings findings)
    {
        Array.Clear(_reads);
        var known = 0;
        foreach (var time in times)
        {
            if (time != long.MinValue)
            {
                _reads[(int)((time - _first) / SecondsOfHour)]++;
                known++;
            }
        }

        var activeDays = 0;
        for (var day = 0; day < _reads.Length; day += HoursOfDay)
        {
            var hours = 0;
            for (var hour = day; hour < Math.Min(day + HoursOfDay, _reads.Length); hour++)
            {
                hours += _reads[hour] > 0 ? 1 : 0;
            }

            activeDays += hours > 0 ? 1 : 0;
            findings.RoundTheClockDays += hours >= RoundTheClock ? 1 : 0;
        }

        foreach (var delivery in _deliveryHours)
        {
            var reads = 0;
            for (var hour = Math.Max(0, delivery - HoursOfDay + 1); hour <= Math.Min(delivery, _reads.Length - 1); hour++)
            {
                reads += _reads[hour];
            }

            findings.Bursts += reads >= LeastBurst && reads * activeDays >= TimesUsual * known ? 1 : 0;
        }
    }
}
