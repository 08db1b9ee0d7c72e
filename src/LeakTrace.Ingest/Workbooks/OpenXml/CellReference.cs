namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Reads references such as <c>AB12</c>.</summary>
static class CellReference
{
    /// <summary>0-based column and 1-based row; -1 and 0 where they are not there or out of any range.</summary>
    public static (int Column, int Row) Read(ReadOnlySpan<char> reference)
    {
        var column = 0L;
        var row = 0L;
        var letters = 0;
        foreach (var c in reference)
        {
            if (char.IsAsciiLetter(c) && row == 0)
            {
                column = column * 26 + ((c | 0x20) - 'a') + 1;
                letters++;
            }
            else if (char.IsAsciiDigit(c))
            {
                row = row * 10 + (c - '0');
            }
            else if (c != '$')
            {
                return (-1, 0);
            }

            if (column > int.MaxValue || row > int.MaxValue)
            {
                return (-1, 0);
            }
        }

        return (letters == 0 ? -1 : (int)column - 1, (int)row);
    }

    /// <summary>Reads a range such as <c>A2:A9</c>; null where it is none.</summary>
    public static MergedRange? ReadRange(ReadOnlySpan<char> range)
    {
        var colon = range.IndexOf(':');
        if (colon < 0)
        {
            return null;
        }

        var (firstColumn, firstRow) = Read(range[..colon]);
        var (lastColumn, lastRow) = Read(range[(colon + 1)..]);
        return firstColumn < 0 || lastColumn < 0 || firstRow == 0 || lastRow == 0 ? null : new MergedRange(firstRow, lastRow, firstColumn, lastColumn);
    }

    /// <summary>Letters of a 0-based column.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + (left - 1) % 26) + letters;
        }

        return letters;
    }
}
