namespace LeakTrace.Engine.Linking;

/// <summary>A table whose records are linked: columns of text with their headers.</summary>
/// <param name="Name">Name of its file, for messages.</param>
/// <param name="Rows">Number of records.</param>
/// <param name="Columns">Columns in the order of the file.</param>
public sealed record LinkTable(string Name, int Rows, IReadOnlyList<TextColumn> Columns)
{
    /// <summary>Place of a column by its header; -1 where there is none.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        return -1;
    }
}
