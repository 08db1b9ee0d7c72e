using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// From which copy a row was made, where several sources hold the person and their copies differ: a misspelt name, an old phone, a shifted date, another hospital, a
/// field that only one of them has, white space or signs that one of them was typed with.
/// </summary>
/// <remarks>
/// How often a row agrees with the copy that it was made from is learned from all rows with several copies, by expectation maximisation over which one
/// it was: for each field, the share that agrees where copies differ, and the share of copies that have what the row has. Both
/// start from documented counts, which stand alone where no copies differ. What spaces and signs are worth says <see cref="TypedAlike"/>.
/// </remarks>
public sealed class CopyEvidence
{
    const double LeastProbability = 0.5;
    const double LeastBits = -30;
    const double SameWeight = 0.25;
    const int Steps = 8;
    const double PriorAgree = 19;
    const double PriorHas = 9;
    readonly RowCandidates _candidates;
    readonly MatchModel _model;
    readonly RowTraits[] _rowTraits;
    readonly Func<int, RowTraits> _traitsOf;
    readonly TypedAlike _typed = new();
    readonly List<(int Row, int[] Candidates, State[,] States)> _groups = [];
    readonly double[] _agrees = new double[PersonPattern.Fields];
    readonly double[] _has = new double[PersonPattern.Fields];

    CopyEvidence(RowCandidates candidates, MatchModel model, RowTraits[] rowTraits, Func<int, RowTraits> traitsOf)
    {
        _candidates = candidates;
        _model = model;
        _rowTraits = rowTraits;
        _traitsOf = traitsOf;
        Array.Fill(_agrees, PriorAgree / (PriorAgree + 1));
        Array.Fill(_has, PriorHas / (PriorHas + 1));
    }

    enum State : byte
    {
        Silent,
        Agrees,
        Differs,
        Lacks,
    }

    /// <summary>Learns from all rows and writes <see cref="RowCandidates.CopyBits"/>.</summary>
    /// <param name="candidates">Candidates after competition.</param>
    /// <param name="units">Records of the same person's same event.</param>
    /// <param name="model">Model of the linkage: which level is closer.</param>
    /// <param name="sourceOf">Source of each record.</param>
    /// <param name="rowTraits">How each row was typed.</param>
    /// <param name="traitsOf">How a record was typed.</param>
    public static void Learn(
        RowCandidates candidates, RegistryUnits units, MatchModel model, int[] sourceOf, RowTraits[] rowTraits, Func<int, RowTraits> traitsOf)
    {
        var evidence = new CopyEvidence(candidates, model, rowTraits, traitsOf);
        for (var row = 0; row + 1 < candidates.Starts.Length; row++)
        {
            evidence.AddRow(row, candidates.Starts[row], candidates.Starts[row + 1], units, sourceOf);
        }

        for (var step = 0; step < Steps && evidence._groups.Count > 0; step++)
        {
            evidence.Learn();
        }

        evidence.Write();
    }

    void AddRow(int row, int first, int end, RegistryUnits units, int[] sourceOf)
    {
        var taken = 0UL;
        for (var a = first; a < end && a < first + 64; a++)
        {
            if (_candidates.Probabilities[a] < LeastProbability || (taken >> (a - first) & 1) != 0)
            {
                continue;
            }

            var copies = new List<int> { a };
            var sources = new HashSet<int> { sourceOf[_candidates.Records[a]] };
            for (var b = a + 1; b < end && b < first + 64; b++)
            {
                if (units.Of(_candidates.Records[a]) == units.Of(_candidates.Records[b]))
                {
                    taken |= 1UL << (b - first);
                    copies.Add(b);
                    sources.Add(sourceOf[_candidates.Records[b]]);
                }
            }

            if (sources.Count > 1)
            {
                _groups.Add((row, [.. copies], StatesOf(copies)));
            }
            else if (copies.Count == 1)
            {
                _typed.Add(_rowTraits[row], _traitsOf(_candidates.Records[a]), _candidates.Probabilities[a]);
            }
        }
    }

    State[,] StatesOf(List<int> copies)
    {
        var states = new State[copies.Count, PersonPattern.Fields];
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            var field = (PersonField)f;
            var best = double.NegativeInfinity;
            foreach (var copy in copies)
            {
                var level = PersonPattern.LevelOf(_candidates.Patterns[copy], field);
                best = level == 0 ? best : Math.Max(best, _model.WeightBits(field, level));
            }

            for (var i = 0; i < copies.Count && best > 0; i++)
            {
                var level = PersonPattern.LevelOf(_candidates.Patterns[copies[i]], field);
                states[i, f] = level == 0 ? State.Lacks
                    : _model.WeightBits(field, level) >= best - SameWeight ? State.Agrees : State.Differs;
            }
        }

        return states;
    }

    double LogLikelihood((int Row, int[] Candidates, State[,] States) group, int copy)
    {
        var states = group.States;
        var sum = _typed.LogLikelihood(_rowTraits[group.Row], _traitsOf(_candidates.Records[group.Candidates[copy]]));
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            sum += states[copy, f] switch
            {
                State.Agrees => Math.Log(_has[f] * _agrees[f]),
                State.Differs => Math.Log(_has[f] * (1 - _agrees[f])),
                State.Lacks => Math.Log(1 - _has[f]),
                _ => 0,
            };
        }

        return sum;
    }

    void Learn()
    {
        var agrees = new double[PersonPattern.Fields];
        var differs = new double[PersonPattern.Fields];
        var has = new double[PersonPattern.Fields];
        var lacks = new double[PersonPattern.Fields];
        foreach (var group in _groups)
        {
            var (_, copies, states) = group;
            var shares = Shares(group);
            for (var f = 0; f < PersonPattern.Fields; f++)
            {
                var (isDifferent, isLacked) = Informs(copies.Length, states, f);
                for (var i = 0; i < copies.Length; i++)
                {
                    agrees[f] += isDifferent && states[i, f] == State.Agrees ? shares[i] : 0;
                    differs[f] += isDifferent && states[i, f] == State.Differs ? shares[i] : 0;
                    has[f] += isLacked && states[i, f] is State.Agrees or State.Differs ? shares[i] : 0;
                    lacks[f] += isLacked && states[i, f] == State.Lacks ? shares[i] : 0;
                }
            }
        }

        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            _agrees[f] = (agrees[f] + PriorAgree) / (agrees[f] + differs[f] + PriorAgree + 1);
            _has[f] = (has[f] + PriorHas) / (has[f] + lacks[f] + PriorHas + 1);
        }
    }

    double[] Shares((int Row, int[] Candidates, State[,] States) group)
    {
        var copies = group.Candidates.Length;
        var shares = new double[copies];
        var most = double.NegativeInfinity;
        for (var i = 0; i < copies; i++)
        {
            shares[i] = LogLikelihood(group, i);
            most = Math.Max(most, shares[i]);
        }

        var sum = 0.0;
        for (var i = 0; i < copies; i++)
        {
            shares[i] = Math.Exp(shares[i] - most);
            sum += shares[i];
        }

        for (var i = 0; i < copies; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    static (bool IsDifferent, bool IsLacked) Informs(int copies, State[,] states, int field)
    {
        bool agrees = false, differs = false, lacks = false;
        for (var i = 0; i < copies; i++)
        {
            agrees |= states[i, field] == State.Agrees;
            differs |= states[i, field] == State.Differs;
            lacks |= states[i, field] == State.Lacks;
        }

        return (agrees && differs, agrees && lacks);
    }

    void Write()
    {
        foreach (var group in _groups)
        {
            var copies = group.Candidates;
            double best = double.NegativeInfinity, person = double.NegativeInfinity;
            for (var i = 0; i < copies.Length; i++)
            {
                best = Math.Max(best, LogLikelihood(group, i));
                person = Math.Max(person, _candidates.LinkBits[copies[i]] + _candidates.SiblingBits[copies[i]]);
            }

            for (var i = 0; i < copies.Length; i++)
            {
                var c = copies[i];
                _candidates.CopyBits[c] = Math.Max(LeastBits, (LogLikelihood(group, i) - best) / Math.Log(2));
                // All copies are of one person: what the linkage makes of their differences gives way to what is learned of them.
                _candidates.CopyShift[c] = person - _candidates.LinkBits[c] - _candidates.SiblingBits[c] + _candidates.CopyBits[c];
            }
        }
    }
}
