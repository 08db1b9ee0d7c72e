using System.Globalization;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Workers;
using LeakTrace.Reports.Sampling;

namespace LeakTrace.App;

/// <summary>A form that came back filled in, held against what was drawn.</summary>
sealed class FilledForm
{
    const int Shown = 5;
    static readonly string[] _needed = ["file", "sheet", "row", "answer"];

    readonly string _path;
    readonly IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> _rows;

    FilledForm(string path, IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> rows, (int Size, ulong Seed, string Frame) mark)
    {
        _path = path;
        _rows = rows;
        (Size, Seed, Frame) = mark;
    }

    /// <summary>Records asked for when the sample was drawn.</summary>
    public int Size { get; }

    /// <summary>Seed of the draw.</summary>
    public ulong Seed { get; }

    /// <summary>Hash of the records that were drawn from.</summary>
    public string Frame { get; }

    /// <summary>Reads a form.</summary>
    /// <exception cref="InputException">It cannot be read, or is no form of ours.</exception>
    public static FilledForm Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: there is no such file. Name the form that was filled in.");
        }

        // A form comes back from other hands: it is parsed apart, like a seized workbook.
        using var workers = new ReadWorkers(ReadWorkerProgram.Settings() with { Count = 1 });
        foreach (var sheet in FormSheets.Read(path, new ImportSettings { Workers = workers }))
        {
            var mark = sheet.Take(Shown).SelectMany(row => row.Cells).Select(SampleForm.ReadMark).FirstOrDefault(found => found is not null);
            if (mark is { } known)
            {
                return new FilledForm(path, sheet, known);
            }
        }

        throw new InputException(
            $"{path}: this is no form of 'leaktrace sample', or the line below its title is gone. Give the form as it was written, filled in and saved as .xlsx.");
    }

    /// <summary>The answers of each stratum.</summary>
    /// <param name="sample">What was drawn, again.</param>
    /// <param name="locationOf">Location of a drawn row.</param>
    /// <exception cref="InputException">Rows are missing, added or twice there, or answers are none; all that is wrong is named.</exception>
    public List<StratumAnswers> Answers(StratifiedSample sample, Func<SampledRow, string> locationOf)
    {
        var strata = sample.Rows.ToDictionary(row => Neutral(locationOf(row)), row => row.Stratum, StringComparer.Ordinal);
        var (header, columns) = Header();
        var answers = new Dictionary<string, FormAnswer>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var (number, cells) in _rows.Where(row => row.Row > header))
        {
            var location = $"{Cell(cells, columns["file"])}!{Cell(cells, columns["sheet"])}!{Cell(cells, columns["row"])}";
            var answer = SampleForm.AnswerOf(Cell(cells, columns["answer"]));
            errors.AddRange(Check(number, location, answer, strata, answers));
            answers.TryAdd(location, answer ?? FormAnswer.None);
        }

        var missing = strata.Keys.Where(location => !answers.ContainsKey(location)).ToList();
        errors.AddRange(missing.Select(location => $"the row of {location} is missing. Restore it; a row that cannot be verified is answered 无法核实 (unknown)."));
        if (errors.Count > 0)
        {
            var more = errors.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"\n… and {errors.Count - Shown} more.") : "";
            throw new InputException($"{_path}: {string.Join($"\n{_path}: ", errors.Take(Shown))}{more}");
        }

        return [.. sample.Strata.Select((_, s) => new StratumAnswers(
            Count(strata, answers, s, FormAnswer.True), Count(strata, answers, s, FormAnswer.False), Count(strata, answers, s, FormAnswer.Unknown)))];
    }

    static IEnumerable<string> Check(
        int row, string location, FormAnswer? answer, Dictionary<string, int> strata, Dictionary<string, FormAnswer> answers)
    {
        if (!strata.ContainsKey(location))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"row {row} names a record that was not drawn. Restore file, sheet and row as the form had them; add no rows.");
        }
        else if (answers.ContainsKey(location))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"row {row} repeats a record that stands above. Remove one of the two.");
        }
        else if (answer is null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"row {row}: the answer is not one of 真, 假, 无法核实 (true, false, unknown). Choose one of them.");
        }
        else if (answer == FormAnswer.None)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"row {row} has no answer yet. Choose 真, 假 or 无法核实 (true, false, unknown).");
        }
    }

    (int Row, Dictionary<string, int> Columns) Header()
    {
        foreach (var (number, cells) in _rows)
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (i, cell) in cells.Index())
            {
                if (SampleForm.ColumnOf(cell) is { } column)
                {
                    columns.TryAdd(column, i);
                }
            }

            if (Array.TrueForAll(_needed, columns.ContainsKey))
            {
                return (number, columns);
            }
        }

        throw new InputException($"{_path}: the header row is changed: the columns file, sheet, row and result are not all there. Restore their headers.");
    }

    static int Count(Dictionary<string, int> strata, Dictionary<string, FormAnswer> answers, int stratum, FormAnswer wanted) =>
        strata.Count(row => row.Value == stratum && answers[row.Key] == wanted);

    /// <summary>A location as the form shows it: what a spreadsheet could run has an apostrophe before it.</summary>
    static string Neutral(string location) => SampleForm.Shown(location);

    static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column].Trim() : "";
}
