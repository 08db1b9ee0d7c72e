using System.Globalization;
using LeakTrace.App.Terminal;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Reports;
using LeakTrace.Reports.Linking;

namespace LeakTrace.App.Linking;

/// <summary>One run of link or dedupe: tables, profile, result.</summary>
sealed class LinkRun
{
    const int FewestFields = 3;

    readonly LinkTable _left;
    readonly LinkTable _right;
    readonly LinkProfile _profile;
    readonly LinkCall _call;
    readonly TextWriter _errors;

    LinkRun(LinkTable left, LinkTable right, LinkProfile profile, LinkCall call, TextWriter errors)
    {
        _left = left;
        _right = right;
        _profile = profile;
        _call = call;
        _errors = errors;
    }

    bool IsOneTable => ReferenceEquals(_left, _right);

    /// <summary>Reads the tables and the profile.</summary>
    /// <exception cref="InputException">Something cannot be read, or is not enough to link by.</exception>
    public static LinkRun Read(string leftPath, string? rightPath, LinkCall call, TextWriter errors, CancellationToken cancellation)
    {
        LinkPaths.Check(leftPath, rightPath, call);
        var notes = new List<string>();
        var furtherNotes = new List<string>();
        LinkTable? right = null;
        using var progress = TraceProgress.On(errors);
        var pace = new Pace(progress);
        var reading = rightPath is null ? Task.CompletedTask : Task.Run(() => right = TableFile.Read(rightPath, furtherNotes, pace.Reading(rightPath), cancellation), cancellation);
        var left = TableFile.Read(leftPath, notes, pace.Reading(leftPath), cancellation);
        reading.GetAwaiter().GetResult();
        right ??= left;
        progress.Dispose();
        var profile = call.Profile is null ? LinkProfile.Infer(left, right) : ProfileReader.Read(call.Profile, left, right);
        var (newLeft, newRight, fields, repetitions) = RepeatedWords.Remove(left, right, profile.Fields);
        profile = profile with { Fields = fields, Notes = [.. profile.Notes, .. repetitions] };
        (left, right) = (newLeft, newRight);
        foreach (var note in notes.Concat(furtherNotes).Concat(profile.Fields.Count > 0 ? profile.Notes : []))
        {
            errors.WriteLine("leaktrace: " + note + ".");
        }

        if (profile.Fields.Count == 0)
        {
            throw new InputException(ReferenceEquals(left, right)
                ? $"{left.Name}: no column can be compared: {string.Join("; ", profile.Notes)}. Name fields in a profile (--profile)."
                : $"{left.Name} and {right.Name} have no column of one name that can be compared. {ColumnsOf(left)} {ColumnsOf(right)} "
                + "Say in a profile (--profile) which belong together: \"left\": …, \"right\": ….");
        }

        if (call.Profile is null)
        {
            errors.WriteLine("leaktrace: compared are " + string.Join(", ", profile.Fields.Select(f => $"{f.Name} ({ProfileReader.NameOf(f.Type)})"))
                + "; name them in a profile (--profile) to have it otherwise.");
        }

        if (profile.Fields.Count < FewestFields)
        {
            errors.WriteLine($"leaktrace: {profile.Fields.Count} field(s) are too few to tell matches from chance without labels: three or more independent ones "
                + "identify the model. Probabilities rest on starting values; add fields where the tables have them.");
        }

        return new LinkRun(left, right, profile, call, errors);
    }

    /// <summary>Links or finds duplicates, and writes the table.</summary>
    public void Execute(TextWriter output, CancellationToken cancellation)
    {
        var explained = Explained();
        using var progress = TraceProgress.On(_errors);
        var settings = new LinkSettings(_call.Threads, new Pace(progress).Linking);
        if (_call.Plan)
        {
            var plan = TableLinkage.Plan(_left, _right, _profile.Fields, settings, cancellation);
            progress.Dispose();
            PlanText.Write(plan, _profile.Fields, output);
            return;
        }

        var result = IsOneTable ? TableLinkage.Dedupe(_left, _profile.Fields, settings, cancellation)
            : TableLinkage.Link(_left, _right, _profile.Fields, settings, cancellation);
        progress.Dispose();
        using var standard = Console.OpenStandardOutput();
        if (IsOneTable)
        {
            LinkTables.WriteClusters(result, record => NameOf(_left, _profile.LeftId, record), _call.Out, standard);
        }
        else
        {
            LinkTables.WritePairs(
                result, record => NameOf(_left, _profile.LeftId, record), record => NameOf(_right, _profile.RightId, record), _call.Out, standard);
        }

        PlanText.WriteSummary(result, IsOneTable, _errors);
        if (_call.Weights)
        {
            PlanText.WriteWeights(result.Report, _errors);
        }

        var language = _call.IsChinese ? ReportLanguage.Chinese : ReportLanguage.English;
        PairExplanation[] pairs = explained is var (left, right) ? [result.Explain(left, right)] : [];
        foreach (var pair in pairs)
        {
            PlanText.WritePair(pair, language, _errors);
        }

        if (_call.Report is not null)
        {
            LinkPage.Write(
                result, pairs, IsOneTable ? _left.Name : $"{_left.Name} – {_right.Name}", record => NameOf(_left, _profile.LeftId, record),
                record => NameOf(_right, _profile.RightId, record), language, _call.Report);
        }
    }

    static string ColumnsOf(LinkTable table) => $"Columns of {table.Name}: {string.Join(", ", table.Columns.Select(column => column.Name))}.";

    (int Left, int Right)? Explained()
    {
        if (_call.Explain.Count == 0)
        {
            return null;
        }

        int left = RecordOf(_left, _profile.LeftId, _call.Explain[0]), right = RecordOf(_right, _profile.RightId, _call.Explain[1]);
        return IsOneTable && left == right
            ? throw new InputException($"{_left.Name}: both ids of --explain name record {left + 1}. Name two records.") : (left, right);
    }

    static int RecordOf(LinkTable table, int id, string name)
    {
        for (var record = 0; record < table.Rows; record++)
        {
            if (NameOf(table, id, record) == name)
            {
                return record;
            }
        }

        throw new InputException($"{table.Name}: no record has the id given to --explain. Take it from "
            + (id >= 0 ? $"column '{table.Columns[id].Name}'" : "the number of the record, from 1") + ", the left record's first.");
    }

    /// <summary>The record's id, else its number among the records, from 1.</summary>
    static string NameOf(LinkTable table, int id, int record) =>
        id >= 0 && table.Columns[id][record] is { Length: > 0 } name ? name : (record + 1).ToString(CultureInfo.InvariantCulture);
}
