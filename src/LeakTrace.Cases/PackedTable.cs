using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>How a record table lies in chunks: rows, traits, hashes, then each column that there is.</summary>
static class PackedTable
{
    /// <summary>Grows with every change of the layout; part of what decides whether a stored input is still good.</summary>
    public const int Version = 3;

    public static void Write(RecordTable table, ChunkWriter writer)
    {
        writer.Write(table.Rows);
        writer.Write(table.Traits);
        writer.Write(table.RowHashes);
        for (var role = 0; role < FieldRoles.Count; role++)
        {
            var column = table[(FieldRole)role];
            writer.Write(column is null ? 0 : (int)column.Type);
            if (column is not null)
            {
                Write(column, writer);
            }
        }
    }

    public static RecordTable Read(ChunkReader reader)
    {
        var rows = reader.ReadArray<int>() ?? throw Missing();
        var traits = reader.ReadArray<RowTraits>() ?? throw Missing();
        var hashes = reader.ReadArray<ulong>() ?? throw Missing();
        var columns = new Column?[FieldRoles.Count];
        for (var role = 0; role < FieldRoles.Count; role++)
        {
            var type = reader.ReadCount((int)FieldType.Text);
            columns[role] = type == 0 ? null : ReadColumn((FieldType)type, reader);
        }

        return new RecordTable(rows, traits, hashes, columns);
    }

    static void Write(Column column, ChunkWriter writer)
    {
        writer.Write(column.Values);
        writer.Write(column.Extended);
        writer.Write(column.Text?.Characters);
        writer.Write(column.Text?.Offsets);
        writer.Write(column.Labels?.Length ?? -1);
        foreach (var label in column.Labels ?? [])
        {
            writer.Write(label);
        }
    }

    static Column ReadColumn(FieldType type, ChunkReader reader)
    {
        var values = reader.ReadArray<ulong>() ?? throw Missing();
        var extended = reader.ReadArray<ulong>();
        var characters = reader.ReadArray<char>();
        var offsets = reader.ReadArray<int>();
        var labels = reader.ReadCount(Array.MaxLength) is var count and >= 0 ? new string[count] : null;
        for (var i = 0; i < labels?.Length; i++)
        {
            labels[i] = reader.ReadText();
        }

        var text = characters is null || offsets is null ? null : new TextHeap(characters, offsets);
        return new Column(type, values, extended, text, labels);
    }

    static InvalidDataException Missing() => new("An array that every table has is missing.");
}
