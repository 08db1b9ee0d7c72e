namespace LeakTrace.Engine.Tracing;

/// <summary>Hears how far a trace has come.</summary>
public interface ITraceProgress
{
    /// <summary>A stage begins.</summary>
    void Stage(TraceStage stage);
}
