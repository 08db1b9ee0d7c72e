using System.Text;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>
/// Finds the merged ranges of a sheet. They stand behind its rows but are needed while these are read, so the part is gone through twice; the
/// first time its bytes are only searched, which costs little beside unpacking them.
/// </summary>
static class MergedCells
{
    const int BlockLength = 1 << 16;
    const int LongestElement = 256;

    /// <summary>Reads the ranges; encodings other than UTF-8 give none.</summary>
    public static List<MergedRange> Find(Stream part, CancellationToken cancellation)
    {
        var ranges = new List<MergedRange>();
        var buffer = new byte[BlockLength + LongestElement];
        var kept = 0;
        int read;
        while ((read = part.Read(buffer, kept, BlockLength)) > 0 && ranges.Count < MergedColumns.MostRanges)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = buffer.AsSpan(0, kept + read);
            var taken = Take(block, ranges);
            kept = Math.Min(LongestElement, block.Length - taken);
            block[^kept..].CopyTo(buffer);
        }

        return ranges;
    }

    // Position behind the last whole element.
    static int Take(ReadOnlySpan<byte> block, List<MergedRange> ranges)
    {
        var at = 0;
        while (block[at..].IndexOf("mergeCell "u8) is >= 0 and var found)
        {
            var start = at + found;
            var end = block[start..].IndexOf((byte)'>');
            if (end < 0)
            {
                break;
            }

            at = start + end;
            var element = Encoding.UTF8.GetString(block[start..at]);
            var quote = element.IndexOf("ref=", StringComparison.Ordinal) + 4;
            if (quote >= 4 && quote < element.Length && element.IndexOf(element[quote], quote + 1) is > 0 and var close
                && CellReference.ReadRange(element.AsSpan(quote + 1, close - quote - 1)) is { } range)
            {
                ranges.Add(range);
            }
        }

        return at;
    }
}
