namespace LeakTrace.Engine.Records;

/// <summary>One input file, or one member of an archive, as it was read.</summary>
/// <param name="File">Path below the input folder with <c>/</c>; outside seized/ with the folder in front (<c>registry/a.csv</c>).</param>
/// <param name="Folder">Folder of the case.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of the bytes.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Kind">Format found by content: xlsx, xls, csv, tsv, text, html, unknown.</param>
/// <param name="Encoding">Character encoding of text formats, empty otherwise.</param>
/// <param name="Sheets">Sheets in order; empty where nothing could be read.</param>
/// <param name="Problems">Problems of this file.</param>
public sealed record InputFile(
    string File,
    InputFolder Folder,
    string Sha256,
    long Bytes,
    string Kind,
    string Encoding,
    IReadOnlyList<InputSheet> Sheets,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>Name of a path without folders and extension: the source of registers and logs that name none.</summary>
    public static string BareNameOf(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }
}
