using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>What reading one file's sheets has in common.</summary>
/// <param name="File">Name of the file in the tables.</param>
/// <param name="Folder">Folder of the case.</param>
/// <param name="Settings">Settings.</param>
/// <param name="Is1904">Whether the workbook counts days from 1904.</param>
/// <param name="Problems">Where problems go.</param>
sealed record ImportContext(string File, InputFolder Folder, ImportSettings Settings, bool Is1904, List<Problem> Problems)
{
    /// <summary>Rows of a sheet that its columns are recognised by.</summary>
    public const int SampleRows = 500;

    /// <summary>Rows of a table below another that its columns are recognised by.</summary>
    public const int SampleRowsBelow = 100;

    /// <summary>Most tables one below another in a sheet; further ones are read as the last.</summary>
    public const int MostTables = 200;

    /// <summary>Records of a segment, except of text files, whose segments are their chunks.</summary>
    public const int SegmentRows = 65_536;

    /// <summary>Recognises a sheet and reports what is wrong with it.</summary>
    public SheetReading Recognise(string sheet, IReadOnlyList<SampleRow> rows)
    {
        var dates = new DateContext(Is1904 || Settings.Is1904, Settings.Year, Settings.DayFirst, AllowSerial: false);
        var overrides = SheetOverrides.For(File, sheet, Settings.Overrides);
        Settings.Sampled?.Invoke(File, sheet, rows);
        if (Folder == InputFolder.Seized && !overrides.Any && FormRows.Find(rows) is { } form)
        {
            return ReadingOf(new SheetBand(0, [form]), dates.Year > 0 ? dates : dates with { Year = NameYear(sheet, form.Sheet.Layout, rows) });
        }

        var first = overrides.HeaderRow is null ? rows.Take(RegionFinder.FirstTable(rows)).ToList() : rows;
        var band = new SheetBand(0, RegionRecogniser.Recognise(first, Folder, dates, overrides));
        var layout = ReadingOf(band, dates).Layout;
        if (dates.Year == 0)
        {
            dates = dates with { Year = LikelyYear(sheet, layout, rows, dates) };
        }

        foreach (var region in band.Regions.Where(region => region.RecordColumn < 0))
        {
            LayoutProblems.Report(File, sheet, region.Sheet.Layout, Folder, Problems);
        }

        LayoutProblems.ReportUnused(File, sheet, layout, overrides, Problems);
        return ReadingOf(band, dates);
    }

    /// <summary>How a sheet is read by its first band; only what was seized is searched for whole rows that repeat.</summary>
    public SheetReading ReadingOf(SheetBand band, DateContext dates) => new([band], dates, hashesRows: Folder == InputFolder.Seized);

    /// <summary>Recognises the tables that begin below others with these rows; null where they are none.</summary>
    public SheetBand? RecogniseBelow(string sheet, IReadOnlyList<SampleRow> rows, DateContext dates)
    {
        var overrides = SheetOverrides.For(File, sheet, Settings.Overrides);
        if (overrides.HeaderRow == 0)
        {
            return null;
        }

        var regions = RegionRecogniser.Recognise([.. rows.Take(RegionFinder.FirstTable(rows))], Folder, dates, overrides);
        if (!regions.Any(region => region.IsTable))
        {
            return null;
        }

        Settings.Sampled?.Invoke(File, sheet, rows);
        foreach (var region in regions.Where(region => region.RecordColumn < 0))
        {
            LayoutProblems.ReportUnsure(File, sheet, region.Sheet.Layout, Problems);
        }

        return new SheetBand(rows[0].Row, regions);
    }

    // Dates that give no year take the commonest year of the event's dates that do; else the year that title, sheet or file name.
    int LikelyYear(string sheet, SheetLayout layout, IReadOnlyList<SampleRow> rows, DateContext dates)
    {
        var years = new SortedDictionary<int, int>();
        foreach (var column in layout.Columns)
        {
            if (column.Role is not (FieldRole.EventDate or FieldRole.RecordedAt))
            {
                continue;
            }

            foreach (var row in rows)
            {
                if (row.Row > layout.HeaderRow && DateReader.Read(row[column.Index], dates, out var date)
                    && PackedDate.PrecisionOf(date) != DatePrecision.YearAssumed && PackedDate.DayOf(date) > 0)
                {
                    var year = DateOnly.FromDayNumber(PackedDate.DayOf(date)).Year;
                    years[year] = years.GetValueOrDefault(year) + 1;
                }
            }
        }

        return years.Count > 0 ? years.MaxBy(pair => pair.Value).Key : NameYear(sheet, layout, rows);
    }

    int NameYear(string sheet, SheetLayout layout, IReadOnlyList<SampleRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Row < layout.HeaderRow && row.Cells.Count(cell => cell.Length > 0) == 1
                && NamedYear.In(row.Cells.First(cell => cell.Length > 0)) is > 0 and var titled)
            {
                return titled;
            }
        }

        var named = NamedYear.In(sheet);
        named = named > 0 ? named : NamedYear.In(File);
        return named > 0 ? named : NamedYear.Unknown;
    }
}
