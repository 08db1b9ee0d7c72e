using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Inspection;

/// <summary>Masks sampled cells so that a column can be judged but nobody identified.</summary>
static class SampleMask
{
    const int LongestSample = 24;

    /// <summary>The cell with personal data masked: 王*, 138****1234; dates, institutions, districts and sexes stay.</summary>
    public static string Of(string cell, FieldRole role)
    {
        cell = cell.ReplaceLineEndings(" ").Trim();
        var shape = CellShapes.Of(cell, default);
        var plain = role is FieldRole.EventDate or FieldRole.BirthDate or FieldRole.RecordedAt ? (shape & CellShape.Date) != 0
            : role is FieldRole.Institution ? (shape & (CellShape.Phone | CellShape.NationalId | CellShape.Name)) == 0
            : role is FieldRole.Sex && (shape & CellShape.Sex) != 0;
        if (plain)
        {
            return Short(cell);
        }

        return (shape & CellShape.Phone) != 0 && cell.Length == 11 ? $"{cell[..3]}****{cell[^4..]}" : Short(Masked(cell));
    }

    // The first character of each run stays; further digits, letters and ideographs go.
    static string Masked(string cell)
    {
        var masked = new StringBuilder(cell.Length);
        var first = true;
        foreach (var rune in cell.EnumerateRunes())
        {
            var isText = Rune.IsLetterOrDigit(rune);
            masked.Append(!isText || (first && !Rune.IsDigit(rune)) ? rune.ToString() : "*");
            first &= !isText;
        }

        return masked.ToString();
    }

    static string Short(string text) => text.Length <= LongestSample ? text : text[..LongestSample] + "…";
}
