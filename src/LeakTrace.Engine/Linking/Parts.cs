namespace LeakTrace.Engine.Linking;

/// <summary>
/// Work in numbered parts on several threads, each part by whichever is free. As the loops of the library, with less around them: starting those takes
/// longer than a small linkage.
/// </summary>
sealed class Parts
{
    readonly int _count;
    readonly Action<int> _work;
    readonly CancellationToken _cancellation;
    readonly object _finished = new();
    Exception? _failure;
    int _next;
    int _running;

    Parts(int count, int threads, Action<int> work, CancellationToken cancellation)
    {
        _count = count;
        _work = work;
        _cancellation = cancellation;
        _running = threads;
    }

    /// <summary>Does all parts; one after another on one thread.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before the last part.</exception>
    public static void Each(int count, int threads, Action<int> work, CancellationToken cancellation = default)
    {
        threads = Math.Min(threads, count);
        if (threads <= 1)
        {
            for (var part = 0; part < count; part++)
            {
                cancellation.ThrowIfCancellationRequested();
                work(part);
            }

            return;
        }

        var parts = new Parts(count, threads, work, cancellation);
        for (var thread = 1; thread < threads; thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => parts.Run(), null);
        }

        parts.Run();
        parts.Wait();
        if (parts._failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    void Run()
    {
        try
        {
            for (var part = Next(); part < _count && _failure is null && !_cancellation.IsCancellationRequested; part = Next())
            {
                _work(part);
            }
        }
#pragma warning disable CA1031 // Thrown again on the thread that waits.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failure ??= e;
        }
        finally
        {
            lock (_finished)
            {
                _running--;
                Monitor.PulseAll(_finished);
            }
        }
    }

    void Wait()
    {
        lock (_finished)
        {
            while (_running > 0)
            {
                Monitor.Wait(_finished);
            }
        }
    }

    int Next() => Interlocked.Increment(ref _next) - 1;
}
