namespace LeakTrace.Synthetic;

/// <summary>What a case of calls that follow admissions is made of. Shares are between 0 and 1.</summary>
public sealed record AdmissionsCallsOptions
{
    /// <summary>The same seed and options give the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Call records of all agents' phones together, about.</summary>
    public int Calls { get; init; } = 4000;

    /// <summary>Admissions in the registers of all hospitals together.</summary>
    public int RegistryRecords { get; init; } = 40000;

    /// <summary>Hospitals, 3 to 16; their sizes fall like one over rank.</summary>
    public int Hospitals { get; init; } = 5;

    /// <summary>Hospitals whose admissions reach the agents; never the largest.</summary>
    public int LeakingHospitals { get; init; } = 2;

    /// <summary>Days that the case covers.</summary>
    public int Days { get; init; } = 120;

    /// <summary>Agents, each with a phone of which the call records were seized.</summary>
    public int Agents { get; init; } = 4;

    /// <summary>Share of the calls that have nothing to do with admissions.</summary>
    public double NoiseShare { get; init; } = 0.4;

    /// <summary>Share of those that reach somebody in a register all the same, whenever that person was admitted.</summary>
    public double RegisteredNoiseShare { get; init; } = 0.4;

    /// <summary>Median hours from an admission to the call that follows it.</summary>
    public double LagHours { get; init; } = 20;

    /// <summary>Spread of that lag: standard deviation of its natural logarithm.</summary>
    public double LagSpread { get; init; } = 0.8;

    /// <summary>Whether admissions reach the agents as a list a day, called in any order, rather than one by one.</summary>
    public bool DailyLists { get; init; }

    /// <summary>Share of the calls that are tried again later.</summary>
    public double RepeatedCallShare { get; init; } = 0.15;

    /// <summary>Share of the people called who call back.</summary>
    public double CallBackShare { get; init; } = 0.05;

    /// <summary>Share of the admissions of somebody who was admitted before, often at another hospital.</summary>
    public double ReadmittedShare { get; init; } = 0.05;

    /// <summary>Share of the admissions without a phone.</summary>
    public double MissingPhoneShare { get; init; } = 0.03;

    /// <summary>Share of the admissions whose phone has a wrong digit in the register.</summary>
    public double PhoneSubstitutionShare { get; init; } = 0.01;
}
