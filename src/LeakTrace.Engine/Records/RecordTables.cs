namespace LeakTrace.Engine.Records;

/// <summary>Puts record tables together.</summary>
public static class RecordTables
{
    /// <summary>One table with the records of all, in order; place labels are merged.</summary>
    public static RecordTable Concatenate(IReadOnlyList<RecordTable> tables)
    {
        var count = 0;
        foreach (var table in tables)
        {
            count += table.Count;
        }

        var rows = new int[count];
        var traits = new RowTraits[count];
        var hashes = new ulong[count];
        var at = 0;
        foreach (var table in tables)
        {
            table.Rows.CopyTo(rows, at);
            table.Traits.CopyTo(traits, at);
            table.RowHashes.CopyTo(hashes, at);
            at += table.Count;
        }

        var columns = new Column?[FieldRoles.Count];
        for (var role = 1; role < columns.Length; role++)
        {
            columns[role] = Concatenate(tables, (FieldRole)role, count);
        }

        return new RecordTable(rows, traits, hashes, columns);
    }

    static Column? Concatenate(IReadOnlyList<RecordTable> tables, FieldRole role, int count)
    {
        bool any = false, extended = false, text = false;
        foreach (var table in tables)
        {
            any |= table[role] is not null;
            extended |= table[role]?.Extended is not null;
            text |= table[role]?.Text is not null;
        }

        if (!any)
        {
            return null;
        }

        var values = new ulong[count];
        var second = extended ? new ulong[count] : null;
        var at = 0;
        foreach (var table in tables)
        {
            table[role]?.Values.CopyTo(values, at);
            table[role]?.Extended?.CopyTo(second!, at);
            at += table.Count;
        }

        var labels = FieldRoles.TypeOf(role) == FieldType.Place ? MergeLabels(tables, role, values) : null;
        return new Column(FieldRoles.TypeOf(role), values, second, text ? MergeTexts(tables, role, count) : null, labels);
    }

    static string[] MergeLabels(IReadOnlyList<RecordTable> tables, FieldRole role, ulong[] values)
    {
        var merged = new List<string>();
        var known = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var at = 0;
        foreach (var table in tables)
        {
            var labels = table[role]?.Labels ?? [];
            var renumbered = new ulong[labels.Length + 1];
            for (var i = 0; i < labels.Length; i++)
            {
                if (!known.TryGetValue(labels[i], out renumbered[i + 1]))
                {
                    merged.Add(labels[i]);
                    known[labels[i]] = renumbered[i + 1] = (ulong)merged.Count;
                }
            }

            for (var i = at; i < at + table.Count; i++)
            {
                values[i] = renumbered[values[i]];
            }

            at += table.Count;
        }

        return [.. merged];
    }

    static TextHeap MergeTexts(IReadOnlyList<RecordTable> tables, FieldRole role, int count)
    {
        var length = 0;
        foreach (var table in tables)
        {
            length += table[role]?.Text?.Offsets[^1] ?? 0;
        }

        var characters = new char[length];
        var offsets = new int[count + 1];
        int at = 0, used = 0;
        foreach (var table in tables)
        {
            var text = table[role]?.Text;
            for (var i = 0; i < table.Count; i++)
            {
                offsets[at + i] = used + (text?.Offsets[i] ?? 0);
            }

            if (text is not null)
            {
                text.Characters.AsSpan(0, text.Offsets[^1]).CopyTo(characters.AsSpan(used));
                used += text.Offsets[^1];
            }

            at += table.Count;
        }

        offsets[count] = used;
        return new TextHeap(characters, offsets);
    }
}
