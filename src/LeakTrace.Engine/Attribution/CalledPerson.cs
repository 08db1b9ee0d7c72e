namespace LeakTrace.Engine.Attribution;

/// <summary>A number that a source has and that was called.</summary>
/// <param name="Admissions">Its admissions, as indices into <see cref="CalledSource.AdmittedAt"/>.</param>
/// <param name="CalledAt">Times of the calls to it, ascending, in seconds.</param>
public sealed record CalledPerson(int[] Admissions, long[] CalledAt);
