using System.Security.Cryptography;
using System.Text;
using LeakTrace.Cases;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;
using LeakTrace.Reports;
using LeakTrace.Reports.Sampling;

namespace LeakTrace.App;

/// <summary>The records of the last trace that a sample is drawn from, and the rows that are drawn.</summary>
sealed class CaseSample
{
    const int FrameDigits = 16;

    readonly CaseStore _store;
    readonly List<RowLine> _valid;
    readonly List<(string Seller, string File, string Location)> _population;

    CaseSample(CaseStore store, List<RowLine> valid, List<(string Seller, string File, string Location)> population)
    {
        _store = store;
        _valid = valid;
        _population = population;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (seller, _, location) in population)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{seller}\n{location}\n"));
        }

        Frame = Convert.ToHexStringLower(hash.GetHashAndReset())[..FrameDigits];
    }

    /// <summary>Number of records that count.</summary>
    public int Population => _population.Count;

    /// <summary>Hash of the records that are drawn from, with their sellers.</summary>
    public string Frame { get; }

    /// <summary>The valid rows of the last trace.</summary>
    /// <exception cref="InputException">No trace is stored, or nothing in it counts.</exception>
    public static CaseSample Of(CaseFolder folder, CaseStore store)
    {
        var rows = store.Results.LoadRows();
        if (rows.Count == 0)
        {
            throw new InputException($"{folder.Root}: no trace is stored. Run 'leaktrace trace' on the case first.");
        }

        var valid = rows.Where(row => row.Status == RowStatus.Valid).ToList();
        if (valid.Count == 0)
        {
            throw new InputException($"{folder.Root}: no row of the last trace counts, so there is nothing to sample. See tables/rows.csv.");
        }

        var sellers = Sellers(folder, [.. rows.Select(row => row.File).Distinct(StringComparer.Ordinal)]);
        return new CaseSample(store, valid, [.. valid.Select(row => (sellers[row.File], row.File, LocationOf(row)))]);
    }

    /// <summary>Draws a sample.</summary>
    /// <exception cref="InputException">The size is too small for the sellers.</exception>
    public StratifiedSample Draw(int size, ulong seed) => StratifiedSample.Draw(_population, size, seed);

    /// <summary>The rows of a form for a sample.</summary>
    /// <param name="sample">What was drawn.</param>
    /// <param name="isUnmasked">Whether personal data are shown as they are.</param>
    public List<FormRow> FormRows(StratifiedSample sample, bool isUnmasked)
    {
        var fields = Fields(sample, isUnmasked);
        return [.. sample.Rows.Select(drawn =>
        {
            var row = _valid[drawn.Row];
            return new FormRow(drawn.Stratum + 1, _population[drawn.Row].Seller, row.File, row.Sheet, row.Row, fields[drawn.Row]);
        })];
    }

    /// <summary>Location of a row as tables write it.</summary>
    public string LocationOf(SampledRow drawn) => _population[drawn.Row].Location;

    static string LocationOf(RowLine row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.File}!{row.Sheet}!{row.Row}");

    /// <summary>Seller of the first delivery of each file.</summary>
    static Dictionary<string, string> Sellers(CaseFolder folder, List<string> files)
    {
        files.Sort(StringComparer.Ordinal);
        var inputs = files.ConvertAll(file => new InputFile(file, InputFolder.Seized, "", 0, "", "", [], []));
        var (deliveries, _, _, _) = CaseDeliveries.Read(folder, files, ImportSettings.Default, CancellationToken.None);
        var plan = new DeliveryPlan(inputs, deliveries);
        return files.Index().ToDictionary(
            file => file.Item, file => plan.Of(file.Index) is [var first, ..] ? plan.Edges[first.Edge].Seller : "?", StringComparer.Ordinal);
    }

    /// <summary>Texts of the fields of every drawn row, by its place in the population.</summary>
    Dictionary<int, IReadOnlyList<string>> Fields(StratifiedSample sample, bool isUnmasked)
    {
        var found = new Dictionary<int, IReadOnlyList<string>>();
        var names = _store.Inputs.Names().ToHashSet(StringComparer.Ordinal);
        foreach (var byInput in sample.Rows.GroupBy(drawn => InputOf(_valid[drawn.Row].File, names)))
        {
            var files = _store.Inputs.Load(byInput.Key).ToDictionary(file => file.File, StringComparer.Ordinal);
            foreach (var drawn in byInput)
            {
                var row = _valid[drawn.Row];
                var segments = files[row.File].Sheets.Where(sheet => sheet.Name == row.Sheet).SelectMany(sheet => sheet.Records);
                var table = segments.First(segment => segment.Count > 0 && segment.Rows[^1] >= row.Row && segment.Rows[0] <= row.Row);
                found[drawn.Row] = Texts(table, Array.BinarySearch(table.Rows, row.Row), isUnmasked);
            }
        }

        return found;
    }

    /// <summary>The input on disk that a file is, or is a member of.</summary>
    static string InputOf(string file, HashSet<string> inputs)
    {
        for (var at = file.IndexOf("!/", StringComparison.Ordinal); at > 0 && !inputs.Contains(file); at = file.IndexOf("!/", at + 2, StringComparison.Ordinal))
        {
            if (inputs.Contains(file[..at]))
            {
                return file[..at];
            }
        }

        return file;
    }

    static List<string> Texts(RecordTable table, int row, bool isUnmasked) => [.. SampleForm.Roles.Select(role =>
    {
        var texts = new[] { RecordText.Of(table, role, row), RecordText.SecondPhoneOf(table, role, row) };
        var shown = FieldRoles.TypeOf(role) == FieldType.Phone ? texts.Where(text => text.Length > 0) : texts.Take(1);
        return string.Join(", ", shown.Select(text => isUnmasked ? text : PersonalMask.Of(role, text)));
    })];
}
