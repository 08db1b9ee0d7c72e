using System.Collections.Concurrent;
using System.ComponentModel;

namespace LeakTrace.Ingest.Workers;

/// <summary>
/// Processes that parse files apart from this one. A file that brings one down costs that file only. They start when they are needed, read one
/// file after another, and end with this object, together with what they started and the temporary files that they left. For any number of threads.
/// </summary>
public sealed class ReadWorkers : IDisposable
{
    readonly WorkerSettings _settings;
    // However many processes there are, so many of them may grow large at once: all together stay within 2 GB.
    const int MostLarge = 2;

    readonly SemaphoreSlim _free;
    readonly SemaphoreSlim _large = new(MostLarge, MostLarge);
    readonly ConcurrentBag<ReadWorker> _idle = [];
    readonly string _folder;
    int _started;

    /// <summary>Prepares the processes; none is started yet.</summary>
    public ReadWorkers(WorkerSettings settings)
    {
        _settings = settings;
        _free = new SemaphoreSlim(settings.Count, settings.Count);
        _folder = Directory.CreateTempSubdirectory("leaktrace-").FullName;
    }

    /// <summary>Number of processes that were started so far.</summary>
    public int Started => _started;

    /// <summary>Folder of their temporary files.</summary>
    internal string Folder => _folder;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var worker in _idle)
        {
            worker.Dispose();
        }

        _idle.Clear();
        _free.Dispose();
        _large.Dispose();
        Remove(_folder);
    }

    /// <summary>Reads a file in one of the processes; waits until one is free.</summary>
    /// <exception cref="UnreadableFileException">The file, or the rest of it, cannot be read.</exception>
    internal void Read(ReadRequest request, IRowSink sink, CancellationToken cancellation)
    {
        if (!request.IsLarge)
        {
            ReadNow(request, sink, cancellation);
            return;
        }

        _large.Wait(cancellation);
        try
        {
            ReadNow(request, sink, cancellation);
        }
        finally
        {
            _large.Release();
        }
    }

    void ReadNow(ReadRequest request, IRowSink sink, CancellationToken cancellation)
    {
        _free.Wait(cancellation);
        ReadWorker? worker = null;
        try
        {
            worker = _idle.TryTake(out var idle) ? idle : Start();
            worker.Read(request, sink, _settings, cancellation);
        }
        finally
        {
            if (worker is { IsUsable: true })
            {
                _idle.Add(worker);
            }
            else
            {
                worker?.Dispose();
            }

            _free.Release();
        }
    }

    ReadWorker Start()
    {
        var folder = Path.Combine(_folder, FormattableString.Invariant($"{Interlocked.Increment(ref _started)}"));
        try
        {
            return ReadWorker.Start(_settings, folder);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            throw new UnreadableFileException("no-reader",
                $"the process that reads such files does not start ({e.GetType().Name}). Install LeakTrace again.");
        }
    }

    static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What a dying process still holds is removed by the system's cleaning of its temporary folder.
        }
    }
}
