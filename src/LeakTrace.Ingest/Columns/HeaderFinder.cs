using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Columns;

/// <summary>Finds the header of a sheet among its first rows, below titles.</summary>
static class HeaderFinder
{
    const int MostRows = 30;
    const int LongestWord = 20;

    // Share of a header's cells that are known words. Below records the words must leave no doubt.
    const double MostlyKnown = 0.4;
    const double SurelyKnown = 0.75;

    const CellShape DataShapes = CellShape.Phone | CellShape.NationalId | CellShape.Date | CellShape.Address;

    /// <summary>Finds the header among the first rows with a value; a cell that the user's mapping names is a header.</summary>
    public static HeaderFinding Find(IReadOnlyList<SampleRow> rows, int columns, SheetOverrides overrides)
    {
        if (overrides.HeaderRow is { } given && (given == 0 || rows.Any(row => row.Row == given)))
        {
            return given == 0 ? None(columns) : Given(rows.First(row => row.Row == given), columns);
        }

        var best = -1;
        var bestScore = 0.0;
        var belowRecords = false;
        for (var i = 0; i < Math.Min(MostRows, rows.Count); i++)
        {
            // Earlier rows win ties: what looks like a header further down is a repetition.
            var named = overrides.Named(rows[i]);
            var score = Score(rows[i], belowRecords ? SurelyKnown : MostlyKnown) + named;
            if (score > bestScore + 0.01)
            {
                best = i;
                bestScore = score;
            }

            belowRecords |= named == 0 && RecordLook.IsRecord(rows[i].Cells, columns);
        }

        best = best >= 0 ? best : Unworded(rows);
        return best < 0 ? None(columns) : Join(rows, best, columns);
    }

    /// <summary>Whether a row by itself leaves no doubt that it is a header.</summary>
    public static bool IsHeader(SampleRow row) => row.Filled >= 2 && Score(row, SurelyKnown) > 0;

    static HeaderFinding None(int columns)
    {
        var headers = new string[columns];
        Array.Fill(headers, "");
        return new HeaderFinding(0, 0, headers);
    }

    static HeaderFinding Given(SampleRow row, int columns) =>
        new(row.Row, row.Row, Enumerable.Range(0, columns).Select(column => row[column]).ToArray());

    // Zero where the row is no header, else the number of its known words, lessened by what is unknown.
    static double Score(SampleRow row, double wantedShare = MostlyKnown)
    {
        var known = 0;
        foreach (var cell in row.Cells)
        {
            if (string.IsNullOrWhiteSpace(cell))
            {
                continue;
            }

            var text = cell.Trim();
            if (IsData(text))
            {
                return 0;
            }

            known += HeaderWords.Read(text).IsKnown ? 1 : 0;
        }

        var share = row.Filled == 0 ? 0 : (double)known / row.Filled;
        return (known >= 2 && share >= wantedShare) || (row.Filled == 1 && known == 1 && row[0].Length <= 8) ? known * share : 0;
    }

    static bool IsData(string text) => text.Length > 40 || (CellShapes.Of(text, default) & DataShapes) != 0;

    // A header whose words are unknown: a first row of words above rows in which columns hold data.
    static int Unworded(IReadOnlyList<SampleRow> rows)
    {
        // Only titles, alone in their row, stand above it: anything else is a record and says that there is no header.
        var at = 0;
        while (at < Math.Min(5, rows.Count) && rows[at].Filled == 1)
        {
            at++;
        }

        if (at + 1 >= rows.Count || rows[at].Filled < 2 || rows[at].Cells.Any(IsNoWord))
        {
            return -1;
        }

        var typed = 0;
        var alike = 0;
        for (var column = 0; column < rows[at].Cells.Length; column++)
        {
            var shape = rows[at][column].Length == 0 ? CellShape.None : CellShapes.Of(rows[at][column], default);
            var below = Enumerable.Range(at + 1, Math.Min(3, rows.Count - at - 1)).Select(next => rows[next][column]).ToArray();
            typed += rows[at][column].Length > 0 && below.All(HasData) ? 1 : 0;
            alike += shape != CellShape.None && below.All(text => text.Length > 0 && (CellShapes.Of(text, default) & shape) != 0) ? 1 : 0;
        }

        return typed > alike ? at : -1;
    }

    static bool IsNoWord(string cell)
    {
        var text = cell.Trim();
        Span<char> folded = stackalloc char[LongestWord];
        if (text.Length > LongestWord || text.Any(char.IsAsciiDigit))
        {
            return true;
        }

        folded = folded[..CharacterFolding.Fold(text, folded)];
        return NullWords.IsNull(folded) || NullWords.IsTestWord(folded);
    }

    static bool HasData(string text) =>
        text.Length > 0 && (CellShapes.Of(text, default) & (DataShapes | CellShape.LongCode)) != 0 && text.Any(char.IsAsciiDigit);

    static HeaderFinding Join(IReadOnlyList<SampleRow> rows, int found, int columns)
    {
        var top = found;
        var bottom = found;
        if (found > 0 && rows[found - 1].Row == rows[found].Row - 1 && IsGroupRow(rows[found - 1], rows[found]))
        {
            top = found - 1;
        }
        else if (found + 1 < rows.Count && rows[found + 1].Row == rows[found].Row + 1 && IsGroupRow(rows[found], rows[found + 1]))
        {
            bottom = found + 1;
        }

        var headers = new string[columns];
        var group = "";
        for (var column = 0; column < columns; column++)
        {
            var below = rows[bottom][column];
            if (top == bottom)
            {
                headers[column] = below;
                continue;
            }

            // A group header stands over the columns to its right that have none of their own.
            var above = rows[top][column];
            group = above.Length > 0 ? (below.Length > 0 ? above : "") : below.Length > 0 ? group : "";
            headers[column] = below.Length == 0 ? above : group + below;
        }

        return new HeaderFinding(rows[top].Row, rows[bottom].Row, headers);
    }

    // Whether the upper row names groups of the lower one's columns: it leaves out at least one that the lower has, and both are words.
    static bool IsGroupRow(SampleRow upper, SampleRow lower)
    {
        if (upper.Filled < 2 || Score(lower) == 0 && KnownShare(lower) < 0.5 || KnownShare(upper) < 0.5)
        {
            return false;
        }

        var under = 0;
        var both = 0;
        for (var column = 0; column < Math.Max(upper.Cells.Length, lower.Cells.Length); column++)
        {
            under += upper[column].Length == 0 && lower[column].Length > 0 ? 1 : 0;
            both += upper[column].Length > 0 && lower[column].Length > 0 ? 1 : 0;
        }

        return under > 0 && both > 0;
    }

    static double KnownShare(SampleRow row)
    {
        var known = 0;
        foreach (var cell in row.Cells)
        {
            var text = cell.Trim();
            known += text.Length > 0 && !IsData(text) && (HeaderWords.Read(text).Concepts & ~Concept.Number) != 0 ? 1 : 0;
        }

        return row.Filled == 0 ? 0 : (double)known / row.Filled;
    }
}
