using LeakTrace.Engine.Entities;

namespace LeakTrace.Engine.Attribution;

/// <summary>Shares seized people out to the accounts that held them, to the sources' backgrounds and to elsewhere.</summary>
/// <param name="events">The accounts.</param>
/// <param name="people">Seized people.</param>
/// <param name="sourceOf">Source of a record.</param>
/// <param name="walk">What was found of each account; takes the shares.</param>
/// <param name="hazards">Hazards as fitted.</param>
/// <param name="firstAccount">Holder at which accounts begin; those before are backgrounds.</param>
sealed class AccountShares(AccessEvents events, List<SeizedPerson> people, int[] sourceOf, AccountWalk walk, double[] hazards, int firstAccount)
{
    const int OnStack = 256;

    /// <summary>People who fall to elsewhere (0) and to each source.</summary>
    public double[] Backgrounds { get; } = new double[firstAccount];

    /// <summary>Part of each person that falls to its sources as a whole.</summary>
    public double[] LeftToSources { get; } = new double[people.Count];

    /// <summary>Shares one person out.</summary>
    /// <param name="p">The person.</param>
    /// <param name="holders">Its holders.</param>
    /// <param name="plantedWith">Holder in whose copy alone it was planted; null of anybody else.</param>
    public void Explain(int p, int[] holders, string? plantedWith)
    {
        Span<double> shares = holders.Length <= OnStack ? stackalloc double[holders.Length] : new double[holders.Length];
        Span<double> copy = holders.Length <= OnStack ? stackalloc double[holders.Length] : new double[holders.Length];
        WeighCopies(p, holders, copy, plantedWith);
        Responsibilities.Share(holders, hazards, copy, shares);
        for (var k = 0; k < holders.Length; k++)
        {
            var explained = people[p].Probability * shares[k];
            if (holders[k] < firstAccount)
            {
                Backgrounds[holders[k]] += explained;
                LeftToSources[p] += holders[k] > 0 ? explained : 0;
                continue;
            }

            var findings = walk.Findings[holders[k] - firstAccount];
            findings.Explained += explained;
            foreach (var edge in people[p].FirstEdges)
            {
                findings.ExplainedByEdge[edge] += explained;
            }
        }
    }

    /// <summary>Factor of each holder of a person: how well its copy fits; all but the holder of a planted record are out of the question.</summary>
    void WeighCopies(int p, int[] holders, Span<double> copy, string? plantedWith)
    {
        var person = people[p];
        copy.Clear();
        copy[0] = 1;
        for (var r = 0; r < person.Records.Length; r++)
        {
            ref var background = ref copy[Array.IndexOf(holders, sourceOf[person.Records[r]])];
            background = Math.Max(background, double.Exp2(person.CopyBits[r]));
        }

        for (var i = 0; i < walk.AccountsOf[p].Count; i++)
        {
            var account = walk.AccountsOf[p][i];
            var at = Array.IndexOf(holders, firstAccount + account);
            if (at >= 0)
            {
                copy[at] = double.Exp2(walk.CopyOf[p][i]);
            }

            if (string.Equals(events.Names[account], plantedWith, StringComparison.Ordinal))
            {
                walk.Findings[account].Canaries += person.Probability;
                walk.Findings[account].CanaryBits += Canaries.BitsOf(person.Probability);
                if (at >= 0 && hazards[firstAccount + account] > 0)
                {
                    var own = copy[at];
                    copy.Clear();
                    copy[at] = own;
                    return;
                }
            }
        }
    }
}
