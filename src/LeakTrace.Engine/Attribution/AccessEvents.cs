using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Which account held which record from when: reads from access logs, and writes from the recorder columns of the registers.
/// Sorted by account, record and time.
/// </summary>
public sealed class AccessEvents
{
    readonly Dictionary<string, int> _accountOf = new(StringComparer.Ordinal);
    readonly List<string> _names = [];
    readonly List<ulong> _keys = [];
    readonly List<long> _times = [];
    readonly DeviceUse _devices = new();
    int[] _recorderOf = [];
    int _logs;

    /// <summary>Accounts by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Account (upper half) and record (lower half) of every event.</summary>
    public ulong[] Keys { get; private set; } = [];

    /// <summary>Time of every event in seconds as in <see cref="PackedDate.InstantOf"/>; long.MinValue where none is given.</summary>
    public long[] Times { get; private set; } = [];

    /// <summary>Devices of each account, hours in which it was used, and those of them in which it was used on several.</summary>
    public (int Devices, int Hours, int SharedHours)[] Devices => _devices.Of(_names.Count);

    /// <summary>Account that recorded a record; -1 where none is named.</summary>
    public int RecorderOf(int record) => _recorderOf.Length == 0 ? -1 : _recorderOf[record] - 1;

    /// <summary>Problems found.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Gathers events from the registers and the access logs among the inputs.</summary>
    public static AccessEvents Gather(
        IReadOnlyList<InputFile> inputs, RegistryRecords registry, PlaceDirectory places, int[] sourceOf, ParallelOptions parallel)
    {
        var events = new AccessEvents();
        events.AddRecorders(registry);
        RecordNumbers? numbers = null;
        foreach (var input in inputs)
        {
            if (input.Folder == InputFolder.AccessLog)
            {
                numbers ??= new RecordNumbers(registry);
                events.AddLog(input, numbers, places, sourceOf, parallel);
            }
        }

        events.Sort();
        return events;
    }

    /// <summary>Account in the upper half, record in the lower.</summary>
    internal static ulong KeyOf(int account, int record) => ((ulong)(uint)account << 32) | (uint)record;

    void Sort()
    {
        Keys = [.. _keys];
        Times = [.. _times];
        Array.Sort(Keys, Times);
        for (int first = 0, end; first < Keys.Length; first = end)
        {
            for (end = first + 1; end < Keys.Length && Keys[end] == Keys[first]; end++)
            {
            }

            Array.Sort(Times, first, end - first);
        }

        _keys.Clear();
        _times.Clear();
    }

    void Add(int account, int record, ulong date)
    {
        _keys.Add(KeyOf(account, record));
        _times.Add(PackedDate.InstantOf(date));
    }

    int AccountOf(string name)
    {
        if (!_accountOf.TryGetValue(name, out var account))
        {
            account = _names.Count;
            _accountOf[name] = account;
            _names.Add(name);
        }

        return account;
    }

    int[] AccountsOf(Column column)
    {
        var accounts = new int[column.Labels!.Length + 1];
        for (var i = 0; i < column.Labels.Length; i++)
        {
            accounts[i + 1] = AccountOf(column.Labels[i]);
        }

        return accounts;
    }

    void AddRecorders(RegistryRecords registry)
    {
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            var table = registry.Tables[t];
            if (table[FieldRole.Account] is not { Labels: not null } column)
            {
                continue;
            }

            _recorderOf = _recorderOf.Length == 0 ? new int[registry.Count] : _recorderOf;
            var accounts = AccountsOf(column);
            var times = table[FieldRole.RecordedAt]?.Values;
            for (var row = 0; row < table.Count; row++)
            {
                if (column.Values[row] != 0 && RegistryRecords.IsRecord(table, row))
                {
                    Add(accounts[column.Values[row]], registry.StartOf(t) + row, times?[row] ?? 0);
                    _recorderOf[registry.StartOf(t) + row] = accounts[column.Values[row]] + 1;
                }
            }
        }
    }

    void AddLog(InputFile input, RecordNumbers numbers, PlaceDirectory places, int[] sourceOf, ParallelOptions parallel)
    {
        var fileSource = places.SourceNamed(InputFile.BareNameOf(input.File));
        var tables = new List<LogTable>();
        foreach (var sheet in input.Sheets)
        {
            foreach (var table in sheet.Records)
            {
                var records = table[FieldRole.RecordNumber] ?? table[FieldRole.Waybill];
                if (table[FieldRole.Account] is { Labels: not null } column && records is not null)
                {
                    var accounts = AccountsOf(column);
                    tables.Add(new LogTable(table, column, records, accounts, SourcesOf(table[FieldRole.Institution], places)));
                    _devices.Add(table, accounts, ++_logs);
                }
            }
        }

        // Looking records up waits for memory; tables are independent, and are put together in their order.
        Parallel.ForEach(tables, parallel, table => table.LookUp(numbers, sourceOf, fileSource));
        long unknown = 0, ambiguous = 0, entries = 0;
        foreach (var table in tables)
        {
            _keys.AddRange(table.Keys);
            _times.AddRange(table.Times);
            unknown += table.Unknown;
            ambiguous += table.Ambiguous;
            entries += table.Entries;
        }

        Report(input, entries, unknown, ambiguous);
    }

    static int[] SourcesOf(Column? institution, PlaceDirectory places)
    {
        var labels = institution?.Labels ?? [];
        var sources = new int[labels.Length + 1];
        for (var i = 0; i < labels.Length; i++)
        {
            var place = places.Resolve(labels[i]);
            sources[i + 1] = place <= places.SourceCount ? place : 0;
        }

        return sources;
    }

    void Report(InputFile input, long entries, long unknown, long ambiguous)
    {
        if (entries == 0)
        {
            Problems.Add(new Problem(input.File, "", 0, Severity.Warning, "log-without-entries",
                "No entry names both an account and a record number. Map the columns in case.json (\"columns\")."));
        }

        if (unknown > 0)
        {
            Problems.Add(new Problem(input.File, "", 0, unknown == entries ? Severity.Warning : Severity.Note, "log-unknown-records",
                $"{unknown} of {entries} entries name a record number that no register has; they are left out."));
        }

        if (ambiguous > 0)
        {
            Problems.Add(new Problem(input.File, "", 0, Severity.Warning, "log-ambiguous-records",
                $"{ambiguous} of {entries} entries name a record number that several sources have; they are left out. Add a column with the source to the log."));
        }
    }
}
