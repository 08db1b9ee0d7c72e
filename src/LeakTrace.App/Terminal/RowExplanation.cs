using System.Globalization;
using LeakTrace.Cases;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.App.Terminal;

/// <summary>The fate of one row in words.</summary>
static class RowExplanation
{
    /// <summary>Writes why a row has its status, and every match with its evidence field by field.</summary>
    /// <exception cref="InputException">The location is none, or the last trace had no such row.</exception>
    public static void Write(StoredResults results, string location, TextWriter output)
    {
        var (file, sheet, row) = Find(results, location);
        output.WriteLine($"{location}: {Word(row.Status)} ({row.Reason})");
        output.WriteLine("  " + Sentence(row));
        if (row.Person.Length > 0)
        {
            output.WriteLine($"  Person {row.Person}.");
        }

        var matches = results.LoadMatches(file, sheet, row.Row);
        if (matches.Count == 0)
        {
            output.WriteLine("  No registry record comes near it.");
        }

        foreach (var match in matches)
        {
            Write(match, output);
        }
    }

    static (string File, string Sheet, RowLine Row) Find(StoredResults results, string location)
    {
        var last = location.LastIndexOf('!');
        if (last <= 0 || !int.TryParse(location[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            throw new InputException($"'{location}' is no row. Write FILE!SHEET!ROW as tables do, such as 'list.xlsx!Sheet1!12' or 'list.csv!!12'.");
        }

        // A file in an archive and a sheet's name may hold an exclamation mark: try every place to part them.
        for (var at = location.LastIndexOf('!', last - 1); at > 0; at = location.LastIndexOf('!', at - 1))
        {
            string file = location[..at], sheet = location[(at + 1)..last];
            if (results.LoadRow(file, sheet, row) is { } found)
            {
                return (file, sheet, found);
            }
        }

        throw new InputException($"The last trace had no row '{location}'. Look it up in tables/rows.csv, or trace the case again.");
    }

    static void Write(MatchLine match, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Word(match.Class)}: record {match.Record} of {match.Source}, probability {match.Probability:0.####}, weight {match.WeightBits:0.0} bits"));
        foreach (var part in match.Evidence.Split("; "))
        {
            output.WriteLine("      " + part);
        }
    }

    static string Word(MatchClass matchClass) => matchClass switch
    {
        MatchClass.Match => "Match",
        MatchClass.Review => "For review",
        _ => "Non-match",
    };

    static string Word(RowStatus status) => status switch
    {
        RowStatus.ProbableDuplicate => "probable duplicate",
        _ => status.ToString().ToLowerInvariant(),
    };

    static string Sentence(RowLine row) => row.Status switch
    {
        RowStatus.Blank => "No cell has a value.",
        RowStatus.Layout => "A title, header, total or note, not a record.",
        RowStatus.Placeholder => "It holds test or dummy values.",
        RowStatus.Invalid => "All its identifying numbers are malformed, and it has no name with a second identifying field.",
        RowStatus.Unidentifiable => "It identifies nobody: no well-formed phone, ID or waybill number, no name with a second identifying field, and no register identifies it.",
        RowStatus.Duplicate => $"It repeats, after normalisation, what was already counted; {row.SameAs} counts in its place.",
        RowStatus.ProbableDuplicate => $"It tells of the same person as {row.SameAs}, which counts in its place, with a difference ({row.Reason}).",
        _ => row.Corroborated
            ? $"It counts, and matches record {row.Record} of {row.Source} ({row.Probability.ToString("0.####", CultureInfo.InvariantCulture)})."
            : "It counts; no registry record matches it.",
    };
}
