using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Writes the table <c>calls</c>.</summary>
sealed class CallLines
{
    const int LeastPermutations = 9_999;
    const double PermutationBudget = 4e8;
    readonly CaseTables _tables;
    readonly CallRecords _records;
    readonly ulong _seed;
    readonly Dictionary<ulong, List<long>> _callsTo = [];
    readonly Dictionary<ulong, List<int>> _recordsOf = [];
    readonly List<long>[] _admittedAt;
    readonly long[] _numbers;
    readonly Dictionary<int, int> _indexOf = [];

    public CallLines(CaseTables tables, CallRecords records, ulong seed)
    {
        _tables = tables;
        _records = records;
        _seed = seed;
        _numbers = new long[tables.Places.SourceCount + 1];
        _admittedAt = new List<long>[_numbers.Length];
        for (var source = 0; source < _admittedAt.Length; source++)
        {
            _admittedAt[source] = [];
        }
    }

    /// <summary>A line for every source, those whose calls follow most clearly first; empty where there are no call records.</summary>
    public List<CallLine> Write(ParallelOptions parallel)
    {
        var lines = new List<CallLine>();
        if (_records.Files == 0)
        {
            return lines;
        }

        Index();
        var sources = new List<(CallLine Line, CalledSource Called)>();
        for (var source = 1; source < _numbers.Length; source++)
        {
            sources.Add(Gather(source));
        }

        var results = new CallTestResult[sources.Count];
        Parallel.For(0, sources.Count, parallel, i => results[i] = CallTest.Run(
            sources[i].Called, Permutations(sources.Count, sources[i].Called.People.Count), _seed ^ Hash64.Of(sources[i].Line.Source)));
        for (var i = 0; i < results.Length; i++)
        {
            lines.Add(sources[i].Line with
            {
                PValue = results[i].PValue,
                OrderCorrelation = results[i].OrderCorrelation,
                SoonAfter = results[i].SoonAfter,
                SoonAfterExpected = results[i].SoonAfterExpected,
            });
        }

        Adjust(lines);
        lines.Sort((a, b) => Order(a.PValue) != Order(b.PValue) ? Order(a.PValue).CompareTo(Order(b.PValue))
            : a.ToRegistered != b.ToRegistered ? b.ToRegistered.CompareTo(a.ToRegistered) : string.CompareOrdinal(a.Source, b.Source));
        return lines;
    }

    /// <summary>Enough for one source in a thousand to stand out among all of them, as far as the work stays in bounds.</summary>
    static int Permutations(int sources, int people) =>
        (int)Math.Min(Math.Max(LeastPermutations, 2_500L * sources), Math.Max(1_999, PermutationBudget / Math.Max(1, people)));

    static double Order(double pValue) => double.IsNaN(pValue) ? 2 : pValue;

    // Holm (1979): the smallest by all tests, the next by one less, and never smaller than the one before.
    static void Adjust(List<CallLine> lines)
    {
        var tested = lines.FindAll(line => !double.IsNaN(line.PValue));
        tested.Sort((a, b) => a.PValue.CompareTo(b.PValue));
        double least = 0;
        for (var i = 0; i < tested.Count; i++)
        {
            least = Math.Max(least, Math.Min(1, tested[i].PValue * (tested.Count - i)));
            lines[lines.IndexOf(tested[i])] = tested[i] with { AdjustedPValue = least };
        }
    }

    void Index()
    {
        foreach (var (number, at) in _records.Calls)
        {
            if (!_callsTo.TryGetValue(number, out var calls))
            {
                _callsTo[number] = calls = [];
            }

            calls.Add(at);
        }

        var registry = _tables.Registry;
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            var table = registry.Tables[t];
            var phones = table[FieldRole.Phone];
            for (var row = 0; row < table.Count && phones is not null; row++)
            {
                if (RegistryRecords.IsRecord(table, row))
                {
                    Add(registry.StartOf(t) + row, AdmissionOf(table, row), phones.Values[row], phones.Extended?[row] ?? 0);
                }
            }
        }
    }

    void Add(int record, long admittedAt, ulong first, ulong second)
    {
        var source = _tables.SourceOf[record];
        var numbers = (ReadOnlySpan<ulong>)[CallRecords.NumberOf(first), CallRecords.NumberOf(second)];
        if (source == 0 || numbers[0] == 0)
        {
            return;
        }

        _numbers[source]++;
        if (admittedAt != long.MinValue)
        {
            _indexOf[record] = _admittedAt[source].Count;
            _admittedAt[source].Add(admittedAt);
        }

        foreach (var number in numbers)
        {
            if (number != 0 && _callsTo.ContainsKey(number))
            {
                if (!_recordsOf.TryGetValue(number, out var records))
                {
                    _recordsOf[number] = records = [];
                }

                records.Add(record);
            }
        }
    }

    /// <summary>The event's own time where it has one, else when it was recorded, else its day.</summary>
    static long AdmissionOf(RecordTable table, int row)
    {
        var date = table[FieldRole.EventDate]?.Values[row] ?? 0;
        var recorded = table[FieldRole.RecordedAt]?.Values[row] ?? 0;
        return PackedDate.InstantOf(date != 0 && (PackedDate.SecondOf(date) >= 0 || recorded == 0) ? date : recorded);
    }

    (CallLine Line, CalledSource Called) Gather(int source)
    {
        long calls = 0, toAny = 0, people = 0, all = 0;
        var tested = new List<CalledPerson>();
        var lags = new List<double>();
        foreach (var (number, records) in _recordsOf)
        {
            var times = _callsTo[number];
            toAny += times.Count;
            var admissions = AdmissionsAt(source, records, out var isAlone);
            if (admissions is null)
            {
                continue;
            }

            people++;
            calls += times.Count;
            AddLags(source, admissions, times, lags);
            if (isAlone && admissions.Length > 0)
            {
                tested.Add(new CalledPerson(admissions, [.. times]));
            }
        }

        foreach (var count in _numbers)
        {
            all += count;
        }

        lags.Sort();
        var median = lags.Count == 0 ? double.NaN : (lags[(lags.Count - 1) / 2] + lags[lags.Count / 2]) / 2;
        var line = new CallLine(
            _tables.Places.NameOf(source), _records.Calls.Count, calls, (double)toAny * _numbers[source] / Math.Max(1, all), median,
            double.NaN, double.NaN, people, tested.Count, 0, double.NaN, double.NaN);
        return (line, new CalledSource([.. _admittedAt[source]], tested));
    }

    /// <summary>Admissions of a number at a source; null where the source has none of it.</summary>
    int[]? AdmissionsAt(int source, List<int> records, out bool isAlone)
    {
        List<int>? admissions = null;
        isAlone = true;
        foreach (var record in records)
        {
            if (_tables.SourceOf[record] != source)
            {
                isAlone = false;
                continue;
            }

            admissions ??= [];
            if (_indexOf.TryGetValue(record, out var index))
            {
                admissions.Add(index);
            }
        }

        return admissions?.ToArray();
    }

    void AddLags(int source, int[] admissions, List<long> times, List<double> lags)
    {
        foreach (var time in times)
        {
            var lag = long.MaxValue;
            foreach (var admission in admissions)
            {
                var since = time - _admittedAt[source][admission];
                lag = since >= 0 ? Math.Min(lag, since) : lag;
            }

            if (lag != long.MaxValue)
            {
                lags.Add(lag / 3600.0);
            }
        }
    }
}
