using LeakTrace.Synthetic.Calls;
using LeakTrace.Synthetic.Maternity;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic;

/// <summary>
/// Insurance agents whose phones were seized: their calls follow the admissions of some hospitals, and not of others. Nothing
/// but call records and registers is there.
/// </summary>
public static class AdmissionsCallsCase
{
    /// <summary>Writes the case folder, and the truth about it to <see cref="CaseTruth.DirectoryFor"/>.</summary>
    /// <exception cref="ArgumentException">Options out of range, a folder that is not empty, or registers too small for the calls.</exception>
    public static void Write(string directory, AdmissionsCallsOptions options)
    {
        Check(options);
        OptionCheck.IsFree(directory);
        var registers = new AdmissionRegisters(options);
        var phones = new AgentPhones(options, registers);
        registers.Write(Path.Combine(directory, "registry"));
        var truth = new CaseTruth(directory);
        truth.WriteCalls(phones.Write(Path.Combine(directory, "calls")), registers);
        Manifest.Write(directory, "admissions-calls", options, OptionsJson.Default.AdmissionsCallsOptions);
    }

    static void Check(AdmissionsCallsOptions options)
    {
        OptionCheck.Shares(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Calls, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RegistryRecords, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RegistryRecords, 5_000_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Hospitals, 3, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Hospitals, Hospital.All.Count, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.LeakingHospitals, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LeakingHospitals, options.Hospitals - 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Days, 7, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Days, 3650, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Agents, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Agents, 1000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LagHours, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.LagSpread, nameof(options));
    }
}
