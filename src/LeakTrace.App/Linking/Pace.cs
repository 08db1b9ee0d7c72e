using System.Globalization;
using LeakTrace.App.Terminal;
using LeakTrace.Engine.Linking;

namespace LeakTrace.App.Linking;

/// <summary>How far a linkage has come, in words: stage, share, and the time left at the stage's own pace.</summary>
sealed class Pace(TraceProgress progress)
{
    const double LeastShare = 0.02;

    readonly Lock _lock = new();
    readonly long _started = TimeProvider.System.GetTimestamp();
    LinkStage? _stage;
    long _stageStarted;

    /// <summary>Receives how far the reading of a file has come; from any thread.</summary>
    public Action<long, double> Reading(string path)
    {
        var name = Path.GetFileName(path);
        return (rows, share) =>
        {
            var seconds = TimeProvider.System.GetElapsedTime(_started).TotalSeconds;
            progress.Say(string.Create(
                CultureInfo.InvariantCulture, $"reading {name}: {rows:N0} rows, {rows / Math.Max(0.001, seconds):N0} rows/s, {share:P0}") + Left(seconds, share));
        };
    }

    /// <summary>Receives how far a stage has come; from any thread.</summary>
    public void Linking(LinkStage stage, double share)
    {
        double seconds;
        lock (_lock)
        {
            if (_stage != stage)
            {
                (_stage, _stageStarted) = (stage, TimeProvider.System.GetTimestamp());
            }

            seconds = TimeProvider.System.GetElapsedTime(_stageStarted).TotalSeconds;
        }

        progress.Say(PlanText.NameOf(stage, share) + Left(seconds, share));
    }

    static string Left(double seconds, double share) => share < LeastShare ? ""
        : string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(seconds * (1 - share) / share):N0} s left");
}
