using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Entities;

namespace LeakTrace.Engine.Tracing;

/// <summary>What might be so of the seized rows beside what is taken to be so: the ground for the bounds of a count.</summary>
sealed class PossibleLinks(
    CaseLinkage linkage, Competition competition, (RowStatus Status, string Reason)[] own, TraceSettings settings)
{
    /// <summary>Probability from which a match leaves no doubt.</summary>
    const double Sure = 0.95;

    /// <summary>
    /// Weight from which rows might be one person's: what is less likely than one in a thousand is taken for impossible.
    /// </summary>
    const double LeastBits = -10;

    /// <summary>Links of rows, weak ones too.</summary>
    public RowLinks Rows()
    {
        var units = new int[own.Length];
        var probabilities = new double[own.Length];
        var identifies = new bool[own.Length];
        for (var row = 0; row < own.Length; row++)
        {
            var best = competition.BestOf(row);
            identifies[row] = own[row].Status == RowStatus.Valid;
            probabilities[row] = competition.PersonProbabilityOf(row);
            units[row] = identifies[row] && probabilities[row] >= settings.MatchProbability
                && !RegistryUnits.AreOtherEvents(linkage.Candidates.Patterns[best])
                ? linkage.Units.Of(linkage.Candidates.Records[best]) : -1;
        }

        return RowLinks.Build(units, probabilities, Sure, identifies, linkage.RowPairs, linkage.RowModel, LeastBits, linkage.Units.AreOnePerson);
    }

    /// <summary>Masked rows that a register surely does not identify well enough: those that count for it, but leave doubt.</summary>
    public bool[] Doubtful() => WithReason("masked-identified-by-register", 0, Sure);

    /// <summary>Masked rows that no register identifies, though one might.</summary>
    public bool[] Identifiable() => WithReason("masked-not-identified", settings.ReviewProbability, settings.MatchProbability);

    bool[] WithReason(string reason, double least, double below)
    {
        var rows = new bool[own.Length];
        for (var row = 0; row < own.Length; row++)
        {
            var probability = competition.PersonProbabilityOf(row);
            rows[row] = own[row].Reason == reason && probability >= least && probability < below;
        }

        return rows;
    }
}
