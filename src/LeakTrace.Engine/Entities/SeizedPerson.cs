namespace LeakTrace.Engine.Entities;

/// <summary>A registry unit that was seized, with what attribution needs of it.</summary>
/// <param name="Unit">Number of the unit.</param>
/// <param name="Probability">Probability that it is among the seized rows.</param>
/// <param name="FirstSentAt">Earliest delivery that contains it, in seconds; long.MaxValue where none is known.</param>
/// <param name="Records">Its records, ascending.</param>
/// <param name="CopyBits">How well each record fits the seized values against the best of them, in bits ≤ 0.</param>
/// <param name="Edges">Edges that it went over, ascending.</param>
/// <param name="FirstEdges">Those that it went over first: who forwards a list did not get its people from a source. All where no time is known.</param>
public sealed record SeizedPerson(
    int Unit, double Probability, long FirstSentAt, int[] Records, double[] CopyBits, int[] Edges, int[] FirstEdges);
