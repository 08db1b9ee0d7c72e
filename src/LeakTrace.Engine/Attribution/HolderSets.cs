namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Who held whom, reduced to what the likelihood of a noisy OR in hazards needs: seized people by distinct holder set,
/// unseized people as one count per holder.
/// </summary>
/// <param name="HolderCount">Number of holders, backgrounds included.</param>
/// <param name="IsBackground">
/// Length <paramref name="HolderCount"/>. Backgrounds stand for what has no account: holder 0 is always "elsewhere",
/// which holds everyone;
/// others are the lost reads of one source. Ties between a background and another holder go to the background.
/// </param>
/// <param name="Sets">Distinct holder sets of seized people: ascending holder indices, each with 0 first.</param>
/// <param name="Seized">Sum of match probabilities of the seized people with each set.</param>
/// <param name="Unseized">Number of unseized people that each holder held in time; for holder 0 all unseized people of
/// the registers.</param>
public sealed record HolderSets(int HolderCount, bool[] IsBackground, int[][] Sets, double[] Seized, double[] Unseized);
