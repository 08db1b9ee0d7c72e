namespace LeakTrace.Ingest.Text;

/// <summary>A run of records in a chunk.</summary>
/// <param name="Start">Offset in the chunk's buffer.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Records">Number of records.</param>
/// <param name="LineWise">Whether a quote in it is unclosed: every line is then a record and quotes are text.</param>
readonly record struct TextPart(int Start, int Length, int Records, bool LineWise);
