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
    /// <summary>From this size on a file is read by all threads; smaller ones are read side by side, where there are enough of them.</summary>
    const long LargeFile = 8 << 20;

    /// <summary>Problems that another call may not have, with other limits or passwords: their files are read again.</summary>
    static readonly HashSet<string> _mended = new(StringComparer.Ordinal)
    {
        "encrypted", "no-converter", "no-reader", "reader-died", "too-many-cells", "too-many-rows", "too-much-memory", "too-slow",
    };

    readonly CaseStore _store;
    readonly Lock _storeLock = new();
    readonly Lock _savingLock = new();
    readonly CaseSettings _settings;
    readonly ImportSettings _reading;
    readonly IReadOnlyList<SheetOverride> _overrides;
    readonly HashSet<string> _stored;
    readonly Dictionary<string, Task<string?>> _hashes = new(StringComparer.Ordinal);
    readonly int _threads;
    readonly TraceProgress _progress;
    readonly CancellationToken _cancellation;
    readonly List<Action<StoredInputs>> _unsaved = [];
    Task _saving = Task.CompletedTask;

    CaseImport(CaseStore store, CaseSettings settings, ImportSettings reading, int threads, TraceProgress progress, CancellationToken cancellation)
    {
        _store = store;
        _settings = settings;
        _reading = reading;
        _overrides = OverridesOf(settings);
        _stored = store.Inputs.Names().ToHashSet(StringComparer.Ordinal);
        _threads = threads;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>What case.json says of columns.</summary>
    public static IReadOnlyList<SheetOverride> OverridesOf(CaseSettings settings) =>
        [.. settings.Columns.Select(column => new SheetOverride(column.AppliesTo, column.HeaderRow, column.Roles, column.RolesByPosition))];

    /// <summary>Imports what is new, and returns everything that a trace works on.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="store">Its store; to be left alone until <paramref name="saved"/> is done.</param>
    /// <param name="settings">Settings of the trace.</param>
    /// <param name="reading">How files are read.</param>
    /// <param name="threads">Degree of parallelism.</param>
    /// <param name="progress">Hears how far it has come.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="saved">Saves what was read while others work on it; to be waited for.</param>
    /// <param name="policyPath">Policy to count by; null for the one that comes with the program.</param>
    public static TraceInput Run(
        CaseFolder folder, CaseStore store, TraceSettings settings, ImportSettings reading, int threads, TraceProgress progress,
        CancellationToken cancellation, out Task saved, string? policyPath = null)
    {
        progress.Stage(TraceStage.Import);
        var caseSettings = CaseSettings.Of(folder);
        var policy = CasePolicy.Of(folder, caseSettings, policyPath);
        var run = new CaseImport(store, caseSettings, reading, threads, progress, cancellation);
        List<InputFile> files;
        try
        {
            files = run.BringAll(folder.Inputs);
        }
        catch
        {
            // What was read is kept even when reading is stopped.
            run._saving.GetAwaiter().GetResult();
            throw;
        }

        run.Later(inputs => inputs.RemoveExcept(folder.Inputs.Select(input => input.File)));
        saved = run._saving;
        var problems = new List<Problem>(folder.Problems);
        var seized = files.Where(file => file.Folder == InputFolder.Seized).Select(file => file.File);
        var (deliveries, messages, chats, unusable) = CaseDeliveries.Read(folder, seized, reading, cancellation);
        problems.AddRange(unusable);
        var payments = new List<Payment>();
        foreach (var (name, list) in folder.Payments)
        {
            var (read, found) = PaymentList.Read(list, name, reading);
            payments.AddRange(read);
            problems.AddRange(found);
        }

        var aliases = caseSettings.Aliases.SelectMany(alias => alias.Value.Select(spelling => (spelling, alias.Key))).ToList();
        var canaries = caseSettings.Canaries.SelectMany(planted => planted.Value.Select(record => (planted.Key, record))).ToList();
        return new TraceInput(files, deliveries, aliases, problems, settings)
        {
            Canaries = canaries,
            Chats = chats,
            Payments = payments,
            Messages = messages,
            Roles = caseSettings.Roles,
            Profits = caseSettings.Profits,
            Policy = policy,
        };
    }

    /// <summary>All files in the order of the inputs, whichever was read first.</summary>
    List<InputFile> BringAll(IReadOnlyList<CaseInput> inputs)
    {
        var sizes = inputs.Select(input => SizeOf(input.Path)).ToList();
        _progress.Files(sizes.Sum());
        var files = new IReadOnlyList<InputFile>[inputs.Count];
        if (_threads > 1)
        {
            HashAhead(inputs);
        }

        for (var i = 0; i < inputs.Count; i++)
        {
            if (sizes[i] >= LargeFile)
            {
                files[i] = Bring(inputs[i], sizes[i], _threads);
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = _cancellation };
        var small = Enumerable.Range(0, inputs.Count).Where(i => sizes[i] < LargeFile).ToList();
        var next = -1;
        var threads = small.Count < _threads ? _threads : 1;
        Parallel.For(0, _threads, parallel, _ =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < small.Count;)
            {
                files[small[at]] = Bring(inputs[small[at]], sizes[small[at]], threads);
            }
        });
        return [.. files.SelectMany(list => list)];
    }

    /// <summary>Hashes what the store knows while it is loaded.</summary>
    void HashAhead(IReadOnlyList<CaseInput> inputs)
    {
        foreach (var input in inputs.Where(input => _stored.Contains(input.File)).OrderByDescending(input => SizeOf(input.Path)))
        {
            _hashes[input.File] = Task.Factory.StartNew(
                () => HashOf(input.Path), _cancellation, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }
    }

    string? KnownHash(CaseInput input) =>
        _hashes.TryGetValue(input.File, out var hash) ? hash.GetAwaiter().GetResult() : HashOf(input.Path);

    static long SizeOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            // The import says what is wrong with it.
            return 0;
        }
    }

    IReadOnlyList<InputFile> Bring(CaseInput input, long size, int threads)
    {
        _cancellation.ThrowIfCancellationRequested();
        _progress.File(input.File);
        var files = Load(input) ?? Import(input, threads);
        _progress.FileDone(size);
        return files;
    }

    IReadOnlyList<InputFile>? Load(CaseInput input)
    {
        // A file that the store does not know needs no hash beforehand: reading it brings one.
        if (!_stored.Contains(input.File))
        {
            return null;
        }

        string? read;
        IReadOnlyList<InputFile> files;
        lock (_storeLock)
        {
            read = _store.Inputs.HashOf(Key(input, ""));
            if (read is null)
            {
                return null;
            }

            // Nearly every file is as it was: it is loaded while it is hashed.
            files = _store.Inputs.Load(input.File);
        }

        return KnownHash(input) == read ? files : null;
    }

    IReadOnlyList<InputFile> Import(CaseInput input, int threads)
    {
        long reported = 0;
        var import = _reading with
        {
            Threads = threads,
            Overrides = _overrides,
            Progress = rows => _progress.Rows(rows - Interlocked.Exchange(ref reported, rows)),
        };
        var files = FileImporter.ImportAll(input.Path, input.File, input.Folder, import, _cancellation);
        if (files[0].Sha256.Length > 0 && !files.Any(file => file.Problems.Any(problem => _mended.Contains(problem.Code))))
        {
            Later(inputs => inputs.Save(Key(input, files[0].Sha256), files));
        }

        return files;
    }

    /// <summary>Writes to the store while others go on; what comes while it writes is written together next, for the disk takes its time over each.</summary>
    void Later(Action<StoredInputs> write)
    {
        lock (_savingLock)
        {
            _unsaved.Add(write);
            if (_unsaved.Count > 1)
            {
                return;
            }

            _saving = _saving.ContinueWith(
                previous =>
                {
                    previous.GetAwaiter().GetResult();
                    lock (_storeLock)
                    {
                        _store.Inputs.Together(TakeUnsaved());
                    }
                },
                CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    List<Action<StoredInputs>> TakeUnsaved()
    {
        lock (_savingLock)
        {
            List<Action<StoredInputs>> writes = [.. _unsaved];
            _unsaved.Clear();
            return writes;
        }
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
