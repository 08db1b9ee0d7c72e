using System.Globalization;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Reports;

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
        var notes = new List<string>();
        var furtherNotes = new List<string>();
        LinkTable? right = null;
        var reading = rightPath is null ? Task.CompletedTask : Task.Run(() => right = TableFile.Read(rightPath, furtherNotes, cancellation), cancellation);
        var left = TableFile.Read(leftPath, notes, cancellation);
        reading.GetAwaiter().GetResult();
        right ??= left;
        var profile = call.Profile is null ? LinkProfile.Infer(left, right) : ProfileReader.Read(call.Profile, left, right);
        var (newLeft, newRight, fields, repetitions) = RepeatedWords.Remove(left, right, profile.Fields);
        profile = profile with { Fields = fields, Notes = [.. profile.Notes, .. repetitions] };
        (left, right) = (newLeft, newRight);
        foreach (var note in notes.Concat(furtherNotes).Concat(profile.Notes))
        {
            errors.WriteLine("leaktrace: " + note + ".");
        }

        if (profile.Fields.Count == 0)
        {
            throw new InputException(
                $"{left.Name}: no column can be compared. Columns: {string.Join(", ", left.Columns.Select(c => c.Name))}. Name fields in a profile (--profile).");
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
        var settings = new LinkSettings(_call.Threads);
        if (_call.Plan)
        {
            PlanText.Write(TableLinkage.Plan(_left, _right, _profile.Fields, settings), _profile.Fields, output);
            return;
        }

        var result = IsOneTable ? TableLinkage.Dedupe(_left, _profile.Fields, settings, cancellation)
            : TableLinkage.Link(_left, _right, _profile.Fields, settings, cancellation);
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
    }

    /// <summary>The record's id, else its number among the records, from 1.</summary>
    static string NameOf(LinkTable table, int id, int record) =>
        id >= 0 && table.Columns[id][record] is { Length: > 0 } name ? name : (record + 1).ToString(CultureInfo.InvariantCulture);
}
