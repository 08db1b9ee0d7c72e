namespace LeakTrace.Engine.Records;

/// <summary>Numbers the records of several tables through.</summary>
public static class TableNumbering
{
    /// <summary>First number of each table, and one more: the number of all records.</summary>
    public static int[] StartsOf(IReadOnlyList<PersonColumns> tables)
    {
        var starts = new int[tables.Count + 1];
        for (var t = 0; t < tables.Count; t++)
        {
            starts[t + 1] = starts[t] + tables[t].Count;
        }

        return starts;
    }

    /// <summary>Table and record in it of a number.</summary>
    public static (int Table, int Record) Locate(int[] starts, int number)
    {
        var at = Array.BinarySearch(starts, number);
        at = at >= 0 ? at : ~at - 1;
        // Empty tables share their start with the next one.
        while (starts[at + 1] == number)
        {
            at++;
        }

        return (at, number - starts[at]);
    }
}
