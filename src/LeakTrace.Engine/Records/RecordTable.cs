namespace LeakTrace.Engine.Records;

/// <summary>Rows of one sheet, or of many, as columns of normal forms.</summary>
public sealed class RecordTable
{
    readonly Column?[] _columns;

    /// <summary>Creates a table over its arrays, which it keeps.</summary>
    /// <param name="rows">1-based row of each record in its sheet.</param>
    /// <param name="traits">What was found in each row.</param>
    /// <param name="rowHashes">64-bit hash of all trimmed cells of each row, zero for a blank row; empty where whole rows are not compared.</param>
    /// <param name="columns">Columns by <see cref="FieldRole"/>, length <see cref="FieldRoles.Count"/>; null where absent.</param>
    public RecordTable(int[] rows, RowTraits[] traits, ulong[] rowHashes, Column?[] columns)
    {
        Rows = rows;
        Traits = traits;
        RowHashes = rowHashes;
        _columns = columns;
    }

    /// <summary>Number of records.</summary>
    public int Count => Rows.Length;

    /// <summary>1-based row of each record in its sheet.</summary>
    public int[] Rows { get; }

    /// <summary>What was found in each row.</summary>
    public RowTraits[] Traits { get; }

    /// <summary>64-bit hash of all trimmed cells of each row, zero for a blank row; empty where whole rows are not compared.</summary>
    public ulong[] RowHashes { get; }

    /// <summary>Column of a role; null where no record has the field.</summary>
    public Column? this[FieldRole role] => _columns[(int)role];
}
