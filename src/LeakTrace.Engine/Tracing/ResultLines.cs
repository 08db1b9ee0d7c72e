using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Tracing;

/// <summary>Writes what was found as lines of the tables.</summary>
sealed class ResultLines
{
    const double LeastProbability = 0.01;
    readonly TraceInput _input;
    readonly CaseTables _tables;
    readonly DeliveryPlan _deliveries;
    readonly CaseLinkage _linkage;
    readonly Competition _competition;
    readonly RowClusters _clusters;
    readonly (RowStatus Status, string Reason)[] _own;
    readonly EvidenceText _evidence;
    readonly Dictionary<int, string> _tierNames = [];

    public ResultLines(
        TraceInput input, CaseTables tables, DeliveryPlan deliveries, CaseLinkage linkage, Competition competition, RowClusters clusters,
        (RowStatus Status, string Reason)[] own)
    {
        _input = input;
        _tables = tables;
        _deliveries = deliveries;
        _linkage = linkage;
        _competition = competition;
        _clusters = clusters;
        _own = own;
        _evidence = new EvidenceText(linkage.Model);
    }

    /// <summary>The result without what ranking adds to it.</summary>
    public TraceResult ToResult(ParallelOptions parallel)
    {
        var rows = _tables.Seized;
        var cluster = new int[rows.Count];
        var sourceOf = new string[rows.Count];
        var corroborated = new bool[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            cluster[row] = _own[row].Status == RowStatus.Valid ? _clusters.Of(row) : -1;
            corroborated[row] = IsMatched(row);
            sourceOf[row] = corroborated[row] ? SourceOf(_linkage.Candidates.Records[_competition.BestOf(row)]) : "";
        }

        var matching = parallel.MaxDegreeOfParallelism == 1 ? Task.FromResult(Matches()) : Task.Run(Matches);
        var information = InformationColumns.Find(rows, _input.Policy, sourceOf);
        var possible = new PossibleLinks(_linkage, _competition, _own, _input.Settings);
        var links = possible.Rows();
        var counted = new CountedRows(rows, _tables.SeizedPeople, _own, cluster, corroborated)
        {
            Links = links,
            IsDoubtful = possible.Doubtful(),
            MayIdentify = possible.Identifiable(),
            Information = information,
            Policy = _input.Policy,
        };
        var count = CaseCount.Run(counted, _deliveries, sourceOf);
        var lineage = new LineageLines(rows, cluster, _deliveries);
        var ledger = Ledger.Run(_input.Payments, _input.Messages, _deliveries, count);
        var thresholds = Thresholds.Run(count.Figures, _input.Policy, _input.Roles, _input.Profits, ledger.MoneyOf);
        return new TraceResult(
            Inputs(), Rows(count, cluster, corroborated, sourceOf, links, information), matching.GetAwaiter().GetResult(), [], [], count.Lines,
            FileLines.Write(rows, cluster, _deliveries), [], Summary(), _input.Settings)
        {
            Lineage = lineage.Lineage(),
            Flows = lineage.Flows(count.Lines),
            Thresholds = thresholds.Lines,
            ThresholdKeys = thresholds.KeyLines,
            Ledger = ledger.Lines,
            Prices = ledger.Prices,
            Parties = ledger.Parties(_input.Roles),
            Disagreements = [.. ledger.Disagreements, .. ChatEvidence.Compare(_input.Messages, _input.Deliveries, _input.Payments, rows.Files, count.Lines)],
            Information = information.Lines(count.IsValidInFile),
            Columns = ColumnLines.Write(rows, _input.Policy),
            HasNewborns = information.HasNewborns,
            Policy = _input.Policy,
        };
    }

    bool IsMatched(int row) =>
        _own[row].Status == RowStatus.Valid && _competition.PersonProbabilityOf(row) >= _input.Settings.MatchProbability;

    string SourceOf(int record) => _tables.Places.NameOf(_tables.SourceOf[record]);

    List<InputLine> Inputs()
    {
        var lines = new List<InputLine>(_input.Chats);
        foreach (var file in _input.Files)
        {
            long rows = 0;
            foreach (var sheet in file.Sheets)
            {
                rows += sheet.Rows;
            }

            lines.Add(new InputLine(file.File, file.Sha256, file.Bytes, file.Kind, file.Encoding, file.Sheets.Count, rows, file.Problems.Count));
        }

        lines.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return lines;
    }

    List<RowLine> Rows(
        CaseCount count, int[] cluster, bool[] corroborated, string[] sourceOf, RowLinks links, InformationColumns information)
    {
        var rows = _tables.Seized;
        var people = PersonNumbers(cluster);
        var lines = new List<RowLine>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var (status, reason, sameAs) = count.Statuses[row];
            var isPerson = status >= RowStatus.Duplicate;
            if ((rows.Table.Traits[row] & RowTraits.Further) != 0 && lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Further = [.. lines[^1].Further, (status, isPerson ? people[cluster[row]] : "")] };
                continue;
            }

            lines.Add(new RowLine(
                rows.PathOf(row), rows.SheetOf[row], rows.Table.Rows[row], status, reason, sameAs < 0 ? "" : rows.LocationOf(sameAs),
                isPerson ? people[cluster[row]] : "", corroborated[row],
                corroborated[row] ? _tables.Registry.LabelOf(_linkage.Candidates.Records[_competition.BestOf(row)]) : "", sourceOf[row],
                isPerson ? _competition.PersonProbabilityOf(row) : double.NaN)
            {
                DuplicateProbability = sameAs < 0 ? double.NaN : ProbabilityOf(links.BitsBetween(sameAs, row)),
                Tiers = isPerson ? TierNames(information.TiersOf[row]) : "",
            });
        }

        return lines;
    }

    static double ProbabilityOf(double bits) => 1 / (1 + double.Exp2(-bits));

    string TierNames(int tiers)
    {
        if (!_tierNames.TryGetValue(tiers, out var names))
        {
            var found = new List<string>();
            for (var tier = 0; tiers >> tier != 0; tier++)
            {
                if ((tiers >> tier & 1) != 0)
                {
                    found.Add(_input.Policy.RecordTiers[tier].Name);
                }
            }

            _tierNames[tiers] = names = string.Join(' ', found);
        }

        return names;
    }

    /// <summary>Numbers people in evidence order: delivery time, then file, sheet, row.</summary>
    Dictionary<int, string> PersonNumbers(int[] cluster)
    {
        var rows = _tables.Seized;
        var order = new int[rows.Files.Count];
        for (var f = 0; f < order.Length; f++)
        {
            order[f] = f;
        }

        var rank = new int[order.Length];
        Array.Sort(order, (a, b) => _deliveries.FirstSentAt(a) != _deliveries.FirstSentAt(b)
            ? _deliveries.FirstSentAt(a).CompareTo(_deliveries.FirstSentAt(b)) : a.CompareTo(b));
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        var first = new Dictionary<int, (int Rank, int Row)>();
        for (var row = 0; row < cluster.Length; row++)
        {
            var at = (rank[rows.FileOf[row]], row);
            if (cluster[row] >= 0 && (!first.TryGetValue(cluster[row], out var known) || at.CompareTo(known) < 0))
            {
                first[cluster[row]] = at;
            }
        }

        var sorted = new List<KeyValuePair<int, (int Rank, int Row)>>(first);
        sorted.Sort((a, b) => a.Value.CompareTo(b.Value));
        var numbers = new Dictionary<int, string>();
        foreach (var (person, _) in sorted)
        {
            numbers[person] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{numbers.Count + 1:D6}");
        }

        return numbers;
    }

    List<MatchLine> Matches()
    {
        var rows = _tables.Seized;
        var candidates = _linkage.Candidates;
        var lines = new List<MatchLine>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var c = candidates.Starts[row]; c < candidates.Starts[row + 1]; c++)
            {
                var probability = candidates.Probabilities[c];
                if (probability < LeastProbability || _own[row].Status < RowStatus.Unidentifiable)
                {
                    continue;
                }

                var matchClass = probability >= _input.Settings.MatchProbability ? MatchClass.Match
                    : probability >= _input.Settings.ReviewProbability ? MatchClass.Review : MatchClass.NonMatch;
                lines.Add(new MatchLine(
                    rows.PathOf(row), rows.SheetOf[row], rows.Table.Rows[row], SourceOf(candidates.Records[c]),
                    _tables.Registry.LabelOf(candidates.Records[c]), probability, candidates.WeightBits[c], matchClass,
                    _evidence.Of(
                        candidates.Patterns[c], candidates.SiblingBits[c], candidates.CopyShift[c],
                        candidates.WeightBits[c] - candidates.LinkBits[c] - candidates.SiblingBits[c] - candidates.CopyShift[c])));
            }
        }

        return lines;
    }

    LinkageSummary Summary()
    {
        var matched = new long[PersonPattern.Fields, PersonPattern.Levels];
        for (var c = 0; c < _linkage.Candidates.Records.Length; c++)
        {
            if (_linkage.Candidates.Probabilities[c] >= _input.Settings.MatchProbability)
            {
                for (var f = 0; f < PersonPattern.Fields; f++)
                {
                    matched[f, PersonPattern.LevelOf(_linkage.Candidates.Patterns[c], (PersonField)f)]++;
                }
            }
        }

        var model = _linkage.Model;
        var levels = new List<LevelLine>();
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            var field = (PersonField)f;
            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                levels.Add(new LevelLine(
                    FieldLevels.NameOf(field), FieldLevels.NameOf(field, level), model.M(field, level), model.U(field, level),
                    model.WeightBits(field, level), matched[f, level]));
            }
        }

        var rules = new List<RuleLine>();
        for (var rule = 0; rule < _linkage.Scan.RulePairs.Length; rule++)
        {
            if (_linkage.Scan.RulePairs[rule] + _linkage.Scan.RuleSkipped[rule] > 0)
            {
                rules.Add(new RuleLine(((Blocking.BlockingRule)rule).ToString(), _linkage.Scan.RulePairs[rule], _linkage.Scan.RuleSkipped[rule]));
            }
        }

        return new LinkageSummary(
            _tables.SeizedRecords, _tables.RegistryRecords, _linkage.Scan.Histogram.Total, model.Prior, model.Iterations, model.IsEstimated,
            BitsOf(_input.Settings.MatchProbability), BitsOf(_input.Settings.ReviewProbability), levels, rules);
    }

    static double BitsOf(double probability) => Math.Log2(probability / (1 - probability));
}
