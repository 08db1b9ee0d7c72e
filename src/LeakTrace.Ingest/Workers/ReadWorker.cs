using System.Diagnostics;
using System.Globalization;

namespace LeakTrace.Ingest.Workers;

/// <summary>One process that parses files for us, one after another, until one of them brings it down.</summary>
sealed class ReadWorker : IDisposable
{
    readonly Process _process;
    readonly Stream _requests;
    readonly FrameReader _frames;

    ReadWorker(Process process)
    {
        _process = process;
        _requests = new BufferedStream(process.StandardInput.BaseStream, 1 << 16);
        _frames = new FrameReader(process.StandardOutput.BaseStream);
    }

    /// <summary>Whether it can read another file.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Starts a process; it may leave files in the folder only.</summary>
    public static ReadWorker Start(WorkerSettings settings, string folder)
    {
        var start = new ProcessStartInfo(settings.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in settings.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add(folder);
        foreach (var (name, value) in Environment(settings))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("the reading process does not start");
        // What the runtime writes when a process dies may quote a file; nobody is to see it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new ReadWorker(process);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableFileException">The file, or the rest of it, cannot be read; perhaps the process is no longer usable.</exception>
    public void Read(ReadRequest request, IRowSink sink, WorkerSettings settings, CancellationToken cancellation)
    {
        IsUsable = false;
        using var watch = new WorkerWatch(_process, settings, cancellation);
        try
        {
            Send(request);
            if (Receive(sink, watch) is { } refusal)
            {
                throw refusal;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            Stop();
            cancellation.ThrowIfCancellationRequested();
            throw watch.Refusal(_process);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    // A process that is gone takes no request; what it wrote before is read all the same, and says where it ended.
    void Send(ReadRequest request)
    {
        try
        {
            request.Write(_requests);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Ends the process and whatever it started.</summary>
    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }

    // Null where the file was read; else why it was not.
    UnreadableFileException? Receive(IRowSink sink, WorkerWatch watch)
    {
        var wanted = true;
        var lastRow = 0;
        while (true)
        {
            watch.Waits();
            var type = _frames.Next();
            watch.Works();
            switch (type)
            {
                case FrameType.None:
                    throw new EndOfStreamException();
                case FrameType.Done:
                    IsUsable = true;
                    return null;
                case FrameType.Failed:
                    using (var content = _frames.Content())
                    {
                        var refusal = new UnreadableFileException(content.ReadString(), content.ReadString());
                        // A process that ran out of memory says so and ends.
                        IsUsable = refusal.Code != WorkerHost.TooMuchMemory;
                        return refusal;
                    }

                case FrameType.Rows:
                    lastRow = _frames.PushRows(sink, lastRow, ref wanted);
                    break;
                default:
                    if (type == FrameType.Sheet)
                    {
                        lastRow = 0;
                        wanted = true;
                    }

                    _frames.Push(type, sink);
                    break;
            }
        }
    }

    static Dictionary<string, string> Environment(WorkerSettings settings)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_GCHeapHardLimit"] = ((long)settings.MemoryMegabytes << 20).ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_GCgen0size"] = (Math.Min(32L, settings.MemoryMegabytes / 8) << 20).ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            // A process that is killed would leave the socket of its diagnostics behind.
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
        if (settings.RuntimeFolder.Length > 0)
        {
            environment["DOTNET_ROOT"] = settings.RuntimeFolder;
        }

        return environment;
    }

    void Stop()
    {
        IsUsable = false;
        WorkerWatch.Kill(_process);
        _process.WaitForExit();
    }
}
