using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Records;

/// <summary>Makes record tables from the text of cells, as reading a list does.</summary>
static class Lists
{
    public static RecordTable Table(FieldRole[] roles, params string[][] rows) => Table(roles, _ => RowTraits.None, rows);

    public static RecordTable Table(FieldRole[] roles, Func<int, RowTraits> traitsOf, params string[][] rows)
    {
        var layout = new SheetLayout(0, [.. roles.Select((role, index) => new SheetColumn(index, "", role, 1))]);
        var builder = new RecordTableBuilder(layout, default);
        for (var row = 0; row < rows.Length; row++)
        {
            var ends = new int[rows[row].Length];
            var end = 0;
            for (var cell = 0; cell < ends.Length; cell++)
            {
                ends[cell] = end += rows[row][cell].Length;
            }

            builder.Add(row + 1, traitsOf(row), new RowCells(string.Concat(rows[row]), ends));
        }

        return builder.Build();
    }

    public static PersonColumns People(FieldRole[] roles, params string[][] rows) => People(Table(roles, rows));

    /// <summary>Columns with institutions numbered by <see cref="PlaceOf"/>.</summary>
    public static PersonColumns People(RecordTable table) =>
        new(table, [.. (table[FieldRole.Institution]?.Labels ?? []).Select(PlaceOf)], 0);

    /// <summary>Places of these tests are called 医院1 to 医院9.</summary>
    public static int PlaceOf(string label) => label[^1] - '0';

    /// <summary>Nine places of middling size.</summary>
    public static PlaceLevels Places()
    {
        var levels = new PlaceLevels(9);
        for (var a = 1; a <= 9; a++)
        {
            for (var b = 1; b <= 9; b++)
            {
                levels[a, b] = a == b ? PlaceLevel.SameMiddling : PlaceLevel.Different;
            }
        }

        return levels;
    }

    /// <summary>A file with one sheet without a name.</summary>
    public static InputFile File(string name, RecordTable table, InputFolder folder = InputFolder.Seized) =>
        new(name, folder, name, 1, "csv", "UTF-8", [new InputSheet("", table.Count, new SheetLayout(0, []), [table])], []);
}
