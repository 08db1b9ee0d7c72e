namespace LeakTrace.Engine.Attribution;

/// <summary>The admissions of one source and the calls to the people admitted there.</summary>
/// <param name="AdmittedAt">Time of every admission with a number, in seconds.</param>
/// <param name="People">People who were called and whom no other source has.</param>
public sealed record CalledSource(long[] AdmittedAt, IReadOnlyList<CalledPerson> People);
