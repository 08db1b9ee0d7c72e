using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Finds where one table of a sheet ends and another begins: below, by its header; beside, by an empty column or the same headers again.</summary>
static class RegionFinder
{
    const int FewestColumns = 2;

    /// <summary>Number of the first rows that belong to the first table; all of them where no other header follows.</summary>
    public static int FirstTable(IReadOnlyList<SampleRow> rows)
    {
        var header = -1;
        var records = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!HeaderFinder.IsHeader(rows[i]))
            {
                records += rows[i].Filled >= FewestColumns ? 1 : 0;
                continue;
            }

            // Rows above the first header are titles, or records of a list that was cut; two rows may make one header.
            if (header < 0 || (records == 0 && rows[i].Row <= rows[header].Row + 1))
            {
                header = header < 0 ? i : header;
                records = 0;
                continue;
            }

            if (records > 0 && !IsSame(rows[header], rows[i]))
            {
                var first = i;
                while (first > 0 && rows[first - 1].Filled == 1 && first - 1 > header && !RecordLook.IsRecord(rows[first - 1].Cells, rows[i].Filled))
                {
                    first--;
                }

                return first;
            }
        }

        return rows.Count;
    }

    /// <summary>Whether two rows are the same header.</summary>
    public static bool IsSame(SampleRow left, SampleRow right)
    {
        var same = 0;
        for (var i = 0; i < Math.Max(left.Cells.Length, right.Cells.Length); i++)
        {
            same += left[i].Length > 0 && left[i] == right[i] ? 1 : 0;
        }

        return same * 10 >= Math.Max(left.Filled, right.Filled) * 6;
    }

    /// <summary>First and last columns of what may be tables side by side; one pair where there is but one.</summary>
    public static List<(int First, int Last)> Blocks(IReadOnlyList<SampleRow> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Length);
        var filled = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < columns; i++)
            {
                filled[i] += row[i].Length > 0 ? 1 : 0;
            }
        }

        var blocks = new List<(int First, int Last)>();
        for (var i = 0; i < columns; i++)
        {
            if (filled[i] == 0)
            {
                continue;
            }

            if (i > 0 && filled[i - 1] > 0 && blocks.Count > 0)
            {
                blocks[^1] = (blocks[^1].First, i);
            }
            else
            {
                blocks.Add((i, i));
            }
        }

        return blocks.Count == 1 ? Repeated(rows, blocks[0]) : blocks;
    }

    // 姓名, 电话, 姓名, 电话: the header again without a column between.
    static List<(int First, int Last)> Repeated(IReadOnlyList<SampleRow> rows, (int First, int Last) block)
    {
        var header = rows.FirstOrDefault(HeaderFinder.IsHeader);
        var width = block.Last - block.First + 1;
        for (var period = FewestColumns; header is not null && period * 2 <= width; period++)
        {
            if (width % period == 0
                && Enumerable.Range(block.First, width - period).All(i => header[i].Length > 0 && header[i] == header[i + period]))
            {
                return [.. Enumerable.Range(0, width / period).Select(i => (block.First + i * period, block.First + (i + 1) * period - 1))];
            }
        }

        return [block];
    }
}
