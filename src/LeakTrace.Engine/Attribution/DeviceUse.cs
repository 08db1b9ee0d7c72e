using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// On how many devices each account was used, and in how many hours on several at once: an account is not a person, and one whose devices
/// overlap is shared.
/// </summary>
sealed class DeviceUse
{
    const int SecondsOfHour = 3600;
    readonly Dictionary<(int Account, long Hour), (ulong Device, bool Again, bool Several)> _useOf = [];
    readonly HashSet<(int Account, ulong Device)> _devices = [];

    /// <summary>Adds the entries of a log table that name a device.</summary>
    /// <param name="table">The table.</param>
    /// <param name="accounts">Number of the account of each label, index 0 unused.</param>
    /// <param name="file">Number of the log, for labels are its own.</param>
    public void Add(RecordTable table, int[] accounts, int file)
    {
        var devices = table[FieldRole.Device]?.Values;
        var names = table[FieldRole.Account]?.Values;
        var times = (table[FieldRole.RecordedAt] ?? table[FieldRole.EventDate])?.Values;
        for (var row = 0; row < table.Count && devices is not null && names is not null; row++)
        {
            if (devices[row] == 0 || names[row] == 0)
            {
                continue;
            }

            var account = accounts[names[row]];
            var device = ((ulong)(uint)file << 32) | devices[row];
            _devices.Add((account, device));
            // A date without a time of day says nothing of what overlaps.
            if (times is null || times[row] == 0 || PackedDate.SecondOf(times[row]) < 0)
            {
                continue;
            }

            ref var use = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                _useOf, (account, PackedDate.InstantOf(times[row]) / SecondsOfHour), out var exists);
            use = exists ? (use.Device, true, use.Several || use.Device != device) : (device, false, false);
        }
    }

    /// <summary>Devices of each account, hours in which it was used more than once, and those of them in which it was used on several.</summary>
    public (int Devices, int Hours, int SharedHours)[] Of(int accounts)
    {
        var use = new (int Devices, int Hours, int SharedHours)[accounts];
        foreach (var (account, _) in _devices)
        {
            use[account].Devices++;
        }

        foreach (var ((account, _), hour) in _useOf)
        {
            use[account].Hours += hour.Again ? 1 : 0;
            use[account].SharedHours += hour.Several ? 1 : 0;
        }

        return use;
    }
}
