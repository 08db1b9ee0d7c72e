using System.Security.Cryptography;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;

namespace LeakTrace.App;

/// <summary>Brings the files of a case into its store, and out of it: unchanged ones are not read again.</summary>
sealed class CaseImport
{
    readonly CaseStore _store;
    readonly CaseSettings _settings;
    readonly ImportSettings _import;
    readonly HashSet<string> _stored;
    readonly CancellationToken _cancellation;

    CaseImport(CaseStore store, CaseSettings settings, ImportSettings import, CancellationToken cancellation)
    {
        _store = store;
        _settings = settings;
        _import = import;
        _stored = store.Inputs.Names().ToHashSet(StringComparer.Ordinal);
        _cancellation = cancellation;
    }

    /// <summary>Imports what is new, and returns everything that a trace works on.</summary>
    public static TraceInput Run(
        CaseFolder folder, CaseStore store, TraceSettings settings, int threads, TraceProgress progress, CancellationToken cancellation)
    {
        progress.Stage(TraceStage.Import);
        var caseSettings = CaseSettings.Of(folder);
        var import = new ImportSettings
        {
            Threads = threads,
            Overrides = [.. caseSettings.Columns.SelectMany(Overrides)],
            Progress = progress.Rows,
        };
        var run = new CaseImport(store, caseSettings, import, cancellation);
        progress.Files(folder.Inputs.Sum(input => new FileInfo(input.Path).Length));
        var files = new List<InputFile>();
        foreach (var input in folder.Inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.File(input.File);
            files.AddRange(run.Bring(input));
            progress.FileDone(new FileInfo(input.Path).Length);
        }

        store.Inputs.RemoveExcept(folder.Inputs.Select(input => input.File));
        var problems = new List<Problem>(folder.Problems);
        List<Delivery> deliveries = [];
        if (folder.DeliveriesPath is { } path)
        {
            (deliveries, var found) = DeliveryList.Read(path);
            problems.AddRange(found);
        }

        var aliases = caseSettings.Aliases.SelectMany(alias => alias.Value.Select(spelling => (spelling, alias.Key))).ToList();
        return new TraceInput(files, deliveries, aliases, problems, settings);
    }

    static IEnumerable<ColumnOverride> Overrides(ColumnSetting setting) =>
        setting.Roles.Select(role => new ColumnOverride(setting.File.Text, role.Key, role.Value))
            .Concat(setting.RolesByPosition.Select(role => new ColumnOverride(
                setting.File.Text, role.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), role.Value)));

    IReadOnlyList<InputFile> Bring(CaseInput input)
    {
        // A file that the store does not know needs no hash beforehand: reading it brings one.
        if (_stored.Contains(input.File) && HashOf(input.Path) is { } known && _store.Inputs.Has(Key(input, known)))
        {
            return _store.Inputs.Load(input.File);
        }

        var file = FileImporter.Import(input.Path, input.File, input.Folder, _import, _cancellation);
        if (file.Sha256.Length > 0)
        {
            _store.Inputs.Save(Key(input, file.Sha256), [file]);
        }

        return [file];
    }

    InputKey Key(CaseInput input, string sha256) => new(input.File, sha256, AppVersion.Importer, _settings.ImportHash);

    static string? HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The import says what is wrong with it.
            return null;
        }
    }
}
