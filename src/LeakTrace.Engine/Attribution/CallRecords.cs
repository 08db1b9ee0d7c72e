using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Calls that were made to somebody, with a readable number and a time, in order of number and time.</summary>
public sealed class CallRecords
{
    static readonly string[] _received = ["被叫", "呼入", "来电", "未接", "接听", "incoming", "in", "received", "missed", "mt", "terminating"];

    readonly List<(ulong Number, long At)> _calls = [];

    /// <summary>The calls.</summary>
    public IReadOnlyList<(ulong Number, long At)> Calls => _calls;

    /// <summary>Files with call records.</summary>
    public int Files { get; private set; }

    /// <summary>Problems found.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Gathers the calls among the inputs. Calls that were received are left out.</summary>
    public static CallRecords Gather(IReadOnlyList<InputFile> inputs)
    {
        var records = new CallRecords();
        foreach (var input in inputs)
        {
            if (input.Folder == InputFolder.Calls)
            {
                records.Add(input);
            }
        }

        records._calls.Sort();
        return records;
    }

    /// <summary>A number without its kind, which masked digits leave open; zero where it is masked or absent.</summary>
    public static ulong NumberOf(ulong packed)
    {
        for (var shift = 0; shift < 4 * PackedPhone.LengthOf(packed); shift += 4)
        {
            if (((packed >> shift) & 0xF) == PackedPhone.Wildcard)
            {
                return 0;
            }
        }

        return packed & (PackedPhone.Digits | (0xFUL << 48));
    }

    void Add(InputFile input)
    {
        Files++;
        long entries = 0, unusable = 0;
        foreach (var sheet in input.Sheets)
        {
            foreach (var table in sheet.Records)
            {
                var received = ReceivedLabels(table[FieldRole.Direction]);
                for (var row = 0; row < table.Count; row++)
                {
                    if (!RegistryRecords.IsRecord(table, row) || received[table[FieldRole.Direction]?.Values[row] ?? 0])
                    {
                        continue;
                    }

                    entries++;
                    unusable += Add(table, row) ? 0 : 1;
                }
            }
        }

        Report(input, entries, unusable);
    }

    bool Add(RecordTable table, int row)
    {
        var at = PackedDate.InstantOf(table[FieldRole.EventDate]?.Values[row] ?? table[FieldRole.RecordedAt]?.Values[row] ?? 0);
        var number = NumberOf(table[FieldRole.Phone]?.Values[row] ?? 0);
        if (at == long.MinValue || number == 0)
        {
            return false;
        }

        // Without headers that tell caller from callee both stand in one field, and the registers know which is whose.
        _calls.Add((number, at));
        if (NumberOf(table[FieldRole.Phone]!.Extended?[row] ?? 0) is not 0 and var second)
        {
            _calls.Add((second, at));
        }

        return true;
    }

    static bool[] ReceivedLabels(Column? direction)
    {
        var labels = direction?.Labels ?? [];
        var received = new bool[labels.Length + 1];
        for (var i = 0; i < labels.Length; i++)
        {
            var label = labels[i].Trim();
            received[i + 1] = Array.Exists(_received, word => label.Equals(word, StringComparison.OrdinalIgnoreCase))
                || (label.Contains("被叫", StringComparison.Ordinal) && !label.Contains("主叫", StringComparison.Ordinal));
        }

        return received;
    }

    void Report(InputFile input, long entries, long unusable)
    {
        if (entries > 0 && unusable == entries)
        {
            Problems.Add(new Problem(input.File, "", 0, Severity.Warning, "calls-without-entries",
                "No entry has both a number that was called and a time. Map the columns in case.json (\"columns\"): phone is the number called, sender-phone the caller, event-date the time."));
        }
        else if (unusable > 0)
        {
            Problems.Add(new Problem(input.File, "", 0, Severity.Note, "calls-unusable",
                $"{unusable} of {entries} entries have no readable number or time; they are left out."));
        }
    }
}
