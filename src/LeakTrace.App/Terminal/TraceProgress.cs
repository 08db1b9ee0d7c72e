using System.Globalization;
using LeakTrace.Engine.Tracing;
using Spectre.Console;

namespace LeakTrace.App.Terminal;

/// <summary>Shows how far long work has come: on a terminal a line that is rewritten, in a pipe nothing.</summary>
sealed class TraceProgress : ITraceProgress, IDisposable
{
    static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);
    readonly IAnsiConsole? _console;
    readonly Lock _lock = new();
    readonly long _started = TimeProvider.System.GetTimestamp();
    long _shown;
    long _bytes;
    long _bytesDone;
    long _rows;
    string _file = "";

    TraceProgress(IAnsiConsole? console) => _console = console;

    /// <summary>Progress on the writer where it is the terminal.</summary>
    public static TraceProgress On(TextWriter errors) =>
        new(ReferenceEquals(errors, System.Console.Error) && !System.Console.IsErrorRedirected
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) })
            : null);

    /// <inheritdoc/>
    public void Stage(TraceStage stage) => Show(
        stage switch
        {
            TraceStage.Import => "reading",
            TraceStage.Link => "linking rows to registers",
            TraceStage.Deduplicate => "linking rows to one another",
            TraceStage.Attribute => "fitting leak rates",
            TraceStage.Count => "counting",
            _ => "writing tables and reports",
        }, now: true);

    /// <summary>Work of another kind, in words; called from any thread.</summary>
    public void Say(string text) => Show(text, now: false);

    /// <summary>So many bytes are to be read in all.</summary>
    public void Files(long bytes) => _bytes = bytes;

    /// <summary>A file begins.</summary>
    public void File(string file) => _file = file;

    /// <summary>So many more rows are read; called from any thread.</summary>
    public void Rows(long rows)
    {
        Interlocked.Add(ref _rows, rows);
        Show(Reading(), now: false);
    }

    /// <summary>A file of so many bytes is done; called from any thread.</summary>
    public void FileDone(long bytes)
    {
        Interlocked.Add(ref _bytesDone, bytes);
        Show(Reading(), now: false);
    }

    /// <summary>Clears the line.</summary>
    public void Dispose() => _console?.Write(new ControlCode("\r\u001b[2K"));

    string Reading()
    {
        if (_console is null)
        {
            return "";
        }

        var elapsed = TimeProvider.System.GetElapsedTime(_started);
        var rows = Interlocked.Read(ref _rows);
        var share = _bytes > 0 ? (double)Interlocked.Read(ref _bytesDone) / _bytes : 0;
        var left = share > 0.02 ? string.Create(CultureInfo.InvariantCulture, $", about {elapsed.TotalSeconds * (1 - share) / share:N0} s left") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"reading {_file}: {rows:N0} rows, {rows / Math.Max(0.001, elapsed.TotalSeconds):N0} rows/s, {share:P0}{left}");
    }

    void Show(string text, bool now)
    {
        if (_console is null)
        {
            return;
        }

        lock (_lock)
        {
            if (!now && TimeProvider.System.GetElapsedTime(_shown) < _interval)
            {
                return;
            }

            _shown = TimeProvider.System.GetTimestamp();
            var width = Math.Max(20, _console.Profile.Width - 1);
            _console.Write(new ControlCode("\r\u001b[2K" + (text.Length > width ? text[..width] : text)));
        }
    }
}
