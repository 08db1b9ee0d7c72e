using System.ComponentModel;
using System.Diagnostics;

namespace LeakTrace.Ingest.Workers;

/// <summary>Watches a worker while it reads one file, and ends it when it takes too long, grows too much or is no longer wanted.</summary>
sealed class WorkerWatch : IDisposable
{
    static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    // The limit on its heap stops a worker first; this stops what grows outside of the heap.
    const long MemoryBesideHeap = 256L << 20;

    readonly Process _process;
    readonly WorkerSettings _settings;
    readonly TimeSpan _before;
    readonly CancellationTokenRegistration _cancelled;
    readonly Timer _timer;
    long _waitsSince;
    string _verdict = "";

    /// <summary>Starts to watch.</summary>
    public WorkerWatch(Process process, WorkerSettings settings, CancellationToken cancellation)
    {
        _process = process;
        _settings = settings;
        _before = Used();
        _waitsSince = TimeProvider.System.GetTimestamp();
        _cancelled = cancellation.Register(() => Kill(process));
        _timer = new Timer(_ => Look(), null, _interval, _interval);
    }

    /// <summary>We wait for the worker from now on.</summary>
    public void Waits() => Interlocked.Exchange(ref _waitsSince, TimeProvider.System.GetTimestamp());

    /// <summary>The worker waits for us from now on.</summary>
    public void Works() => Interlocked.Exchange(ref _waitsSince, 0);

    /// <summary>What to tell the user of a worker that ended before the file did.</summary>
    public UnreadableFileException Refusal(Process process) => Volatile.Read(ref _verdict) switch
    {
        "time" => new("too-slow",
            $"reading took longer than {_settings.FileTimeout.TotalSeconds} s and was stopped. If it is a list, raise --file-timeout, or save its used cells as .csv."),
        "memory" => new(WorkerHost.TooMuchMemory,
            $"reading took more than {_settings.MemoryMegabytes} MB of memory and was stopped. If it is a list, raise --worker-memory, or save its used cells as .csv."),
        _ => new("reader-died",
            $"the process that read the file ended (exit code {(process.HasExited ? process.ExitCode : -1)}). "
            + "Open the file in a spreadsheet program and save it as .csv, or raise --worker-memory."),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancelled.Dispose();
        _timer.Dispose();
    }

    /// <summary>Ends a process and whatever it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended already.
        }
    }

    void Look()
    {
        var since = Interlocked.Read(ref _waitsSince);
        var isSilent = since != 0 && TimeProvider.System.GetElapsedTime(since) > _settings.FileTimeout;
        if (isSilent || Used() - _before > _settings.FileTimeout)
        {
            Judge("time");
        }
        else if (Memory() > ((long)_settings.MemoryMegabytes << 20) + MemoryBesideHeap)
        {
            Judge("memory");
        }
    }

    void Judge(string verdict)
    {
        Interlocked.CompareExchange(ref _verdict, verdict, "");
        Kill(_process);
    }

    TimeSpan Used()
    {
        try
        {
            return _process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return TimeSpan.Zero;
        }
    }

    long Memory()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return 0;
        }
    }
}
