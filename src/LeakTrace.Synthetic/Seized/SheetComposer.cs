using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>Lays entries out as the rows of a sheet, with everything that stands between them.</summary>
sealed class SheetComposer(SheetDirt dirt, Func<string, string> shortInstitution)
{
    public SeizedSheet Compose(string name, SheetStyle style, IReadOnlyList<Entry> entries, Chance chance)
    {
        var rows = new List<SeizedRow>(entries.Count + 8);
        if (style.Title is { } title)
        {
            rows.Add(Line(style, title));
        }

        if (style.HasHeader)
        {
            rows.Add(Header(style));
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0 && chance.Happens(dirt.BlankRowShare))
            {
                rows.Add(new SeizedRow(RowKind.Blank, null, EmptyCells(style)));
            }

            if (i > 0 && style.HasHeader && chance.Happens(dirt.RepeatedHeaderShare))
            {
                rows.Add(Header(style));
            }

            rows.Add(Row(style, entries[i], i + 1));
        }

        if (chance.Happens(dirt.TotalShare))
        {
            rows.Add(Total(style, entries.Count));
        }

        if (chance.Happens(dirt.RemarkShare))
        {
            rows.Add(Line(style, "备注：以上名单请勿外传，号码如有错漏请联系补发"));
        }

        return new SeizedSheet(name, style.Shown(), rows);
    }

    SeizedRow Row(SheetStyle style, Entry entry, int sequence)
    {
        var cells = new Cell[style.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CellText.Render(entry, style.Columns[i].Field, sequence, style, shortInstitution);
        }

        return new SeizedRow(RowKind.Entry, entry, cells);
    }

    static SeizedRow Header(SheetStyle style) =>
        new(RowKind.Layout, null, [.. style.Columns.Select(column => Cell.Of(column.Header))]);

    static SeizedRow Line(SheetStyle style, string text)
    {
        var cells = EmptyCells(style);
        cells[0] = Cell.Of(text);
        return new SeizedRow(RowKind.Layout, null, cells);
    }

    static SeizedRow Total(SheetStyle style, int count)
    {
        var cells = EmptyCells(style);
        cells[0] = Cell.Of("合计");
        if (cells.Length > 1)
        {
            cells[1] = Cell.OfNumber(count.ToString(CultureInfo.InvariantCulture));
        }

        return new SeizedRow(RowKind.Layout, null, cells);
    }

    static Cell[] EmptyCells(SheetStyle style)
    {
        var cells = new Cell[style.Columns.Count];
        Array.Fill(cells, Cell.Empty);
        return cells;
    }
}
