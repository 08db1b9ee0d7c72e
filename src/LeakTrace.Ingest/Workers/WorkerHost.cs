using System.Collections.Concurrent;

namespace LeakTrace.Ingest.Workers;

/// <summary>The other side of <see cref="ReadWorkers"/>: parses what it is asked to until its input ends.</summary>
public sealed class WorkerHost : IDisposable
{
    internal const string TooMuchMemory = "too-much-memory";

    readonly Stream _requests;
    readonly FrameWriter _frames;
    readonly string _folder;
    readonly BlockingCollection<ReadRequest> _queue = new(1);

    /// <summary>Creates a host.</summary>
    /// <param name="requests">Where requests come from.</param>
    /// <param name="replies">Where rows go to.</param>
    /// <param name="folder">Folder for temporary files, not there yet.</param>
    public WorkerHost(Stream requests, Stream replies, string folder)
    {
        _requests = requests;
        _frames = new FrameWriter(replies);
        _folder = folder;
    }

    /// <summary>Works until the requests end; calls <paramref name="abandon"/> when they end within a file, because nobody waits for it any more.</summary>
    public void Run(Action abandon)
    {
        var busy = 0;
        var listener = new Thread(() =>
        {
            while (ReadRequest.Read(_requests) is { } request)
            {
                Interlocked.Exchange(ref busy, 1);
                _queue.Add(request);
            }

            if (Interlocked.CompareExchange(ref busy, 0, 0) == 1)
            {
                RemoveFolder();
                abandon();
            }

            _queue.CompleteAdding();
        })
        { IsBackground = true };
        listener.Start();
        foreach (var request in _queue.GetConsumingEnumerable())
        {
            if (!Serve(request))
            {
                break;
            }

            Interlocked.Exchange(ref busy, 0);
        }

        RemoveFolder();
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    // Whether the next request may come: not when memory ran out.
    bool Serve(ReadRequest request)
    {
        try
        {
            using Stream stream = request.Path.Length > 0
                ? new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : new MemoryStream(request.Content.ToArray(), writable: false);
            ContainerTables.Read(request.Kind, stream, request.Options, _frames, _folder, CancellationToken.None);
            _frames.Done();
            return true;
        }
        catch (UnreadableFileException e)
        {
            _frames.Failed(e.Code, e.Message);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _frames.Failed("not-readable", $"the file cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions.");
            return true;
        }
        catch (OutOfMemoryException)
        {
            _frames.Failed(TooMuchMemory,
                "reading took more memory than it may and was stopped. If it is a list, raise --worker-memory, or save its used cells as .csv.");
            return false;
        }
    }

    void RemoveFolder()
    {
        try
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }

            if (Path.GetDirectoryName(_folder) is { } parent && Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any())
            {
                Directory.Delete(parent);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever started us removes the folder too.
        }
    }
}
