namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>inputs</c>: one input file.</summary>
public sealed record InputLine(
    string File, string Sha256, long Bytes, string Kind, string Encoding, int Sheets, long Rows, int Problems);
