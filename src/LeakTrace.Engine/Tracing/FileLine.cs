namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>files</c>: what a seized file adds, and which file it copies.</summary>
/// <param name="File">Path below seized/.</param>
/// <param name="Exhibit">Folder directly below seized/, empty for a file that lies in seized/ itself.</param>
/// <param name="People">People identified in it.</param>
/// <param name="NewPeople">Those whom no earlier file had.</param>
/// <param name="DuplicateOf">First file with the same bytes or the same people; empty if none.</param>
/// <param name="ContainedIn">First file with all its people and more; empty if none.</param>
/// <param name="MostLike">Other file with the greatest overlap; empty if none.</param>
/// <param name="Overlap">Shared people by the people of either (Jaccard), with that file.</param>
public sealed record FileLine(
    string File, string Exhibit, long People, long NewPeople, string DuplicateOf, string ContainedIn, string MostLike,
    double Overlap);
