using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>A file of a case that is to be read.</summary>
/// <param name="File">Path below seized/ with <c>/</c>; outside seized/ with the folder in front (<c>registry/a.csv</c>).</param>
/// <param name="Path">Where it lies on disk.</param>
/// <param name="Folder">Folder of the case that it belongs to.</param>
public sealed record CaseInput(string File, string Path, InputFolder Folder);
