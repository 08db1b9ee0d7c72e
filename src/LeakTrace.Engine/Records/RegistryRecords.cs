using System.Globalization;

namespace LeakTrace.Engine.Records;

/// <summary>All records of all registers, numbered through in order of file, sheet and row; layout and blank rows are numbered too, and never match.</summary>
public sealed class RegistryRecords
{
    const RowTraits NoRecord = RowTraits.Blank | RowTraits.Title | RowTraits.Header | RowTraits.Total | RowTraits.Remark;
    readonly List<(string File, string Sheet)> _places = [];
    readonly int[] _starts;

    /// <summary>Takes the registers among the inputs.</summary>
    public RegistryRecords(IReadOnlyList<InputFile> inputs)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            if (input.Folder == InputFolder.Registry)
            {
                files.Add(input);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        var tables = new List<RecordTable>();
        foreach (var file in files)
        {
            foreach (var sheet in file.Sheets)
            {
                foreach (var table in sheet.Records)
                {
                    tables.Add(table);
                    _places.Add((file.File, sheet.Name));
                }
            }
        }

        Tables = tables;
        _starts = new int[tables.Count + 1];
        for (var t = 0; t < tables.Count; t++)
        {
            _starts[t + 1] = _starts[t] + tables[t].Count;
        }
    }

    /// <summary>Tables in order.</summary>
    public IReadOnlyList<RecordTable> Tables { get; }

    /// <summary>Number of rows, layout and blank ones included.</summary>
    public int Count => _starts[^1];

    /// <summary>Whether a row of a table is a record.</summary>
    public static bool IsRecord(RecordTable table, int row) => (table.Traits[row] & NoRecord) == 0;

    /// <summary>First number of a table.</summary>
    public int StartOf(int table) => _starts[table];

    /// <summary>Path of the register that a table belongs to.</summary>
    public string FileOf(int table) => _places[table].File;

    /// <summary>Table and row in it of a record.</summary>
    public (int Table, int Row) Locate(int record) => TableNumbering.Locate(_starts, record);

    /// <summary>
    /// The export's own record number, verbatim; without one the waybill number; else <c>file!sheet!row</c>. Never a phone or ID number.
    /// </summary>
    public string LabelOf(int record)
    {
        var (table, row) = Locate(record);
        foreach (var role in (ReadOnlySpan<FieldRole>)[FieldRole.RecordNumber, FieldRole.Waybill])
        {
            if (Tables[table][role]?.Text is { } text && !text[row].IsEmpty)
            {
                return text[row].ToString();
            }
        }

        var (file, sheet) = _places[table];
        return string.Create(CultureInfo.InvariantCulture, $"{file}!{sheet}!{Tables[table].Rows[row]}");
    }

    /// <summary>What was noticed in the row of a record.</summary>
    public RowTraits TraitsOf(int record)
    {
        var (table, row) = Locate(record);
        return Tables[table].Traits[row];
    }

    /// <summary>When the record was written, in seconds as in <see cref="PackedDate.InstantOf"/>; long.MinValue where unknown.</summary>
    public long RecordedAt(int record)
    {
        var (table, row) = Locate(record);
        return PackedDate.InstantOf(Tables[table][FieldRole.RecordedAt]?.Values[row] ?? 0);
    }
}
