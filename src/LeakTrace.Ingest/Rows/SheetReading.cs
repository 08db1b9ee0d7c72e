using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>How the rows of a sheet are to be read; segments may be built from it on several threads.</summary>
sealed class SheetReading
{
    readonly DateContext _dates;
    readonly bool _hashesRows;

    /// <summary>Creates the reading of a recognised sheet.</summary>
    /// <param name="bands">Its bands from top to bottom.</param>
    /// <param name="dates">How dates are read.</param>
    /// <param name="hashesRows">Whether whole rows will be compared.</param>
    public SheetReading(IReadOnlyList<SheetBand> bands, DateContext dates, bool hashesRows)
    {
        _hashesRows = hashesRows;
        Bands = bands;
        _dates = dates;
        var layouts = bands.SelectMany(band => band.Regions).Select(region => region.Sheet.Layout).ToList();
        RecordLayout = bands.Any(band => band.Regions.Any(region => region.RecordColumn >= 0)) ? layouts.Count : -1;
        if (RecordLayout >= 0)
        {
            layouts.Add(WrittenRecords.Layout);
        }

        Layouts = layouts;
    }

    /// <summary>Its bands from top to bottom, at least one.</summary>
    public IReadOnlyList<SheetBand> Bands { get; }

    /// <summary>Layouts of all tables in order; last, where a column holds whole records, that of what is found in them.</summary>
    public IReadOnlyList<SheetLayout> Layouts { get; }

    /// <summary>Place of <see cref="WrittenRecords.Layout"/> in the layouts, -1 where it is not needed.</summary>
    public int RecordLayout { get; }

    /// <summary>How dates are read.</summary>
    public DateContext Dates => _dates;

    /// <summary>Layout of the sheet: of its first table, or of those side by side at its top.</summary>
    public SheetLayout Layout => Bands[0].Regions.Count == 1
        ? Bands[0].Regions[0].Sheet.Layout
        : new SheetLayout(
            Bands[0].Regions.Max(region => region.Sheet.Layout.HeaderRow), [.. Bands[0].Regions.SelectMany(region => region.Sheet.Layout.Columns)]);

    /// <summary>The reading with another band below.</summary>
    public SheetReading With(SheetBand band) => new([.. Bands, band], _dates, _hashesRows);

    /// <summary>Place of a band's first table in the layouts.</summary>
    public int FirstLayoutOf(int band)
    {
        var at = 0;
        for (var i = 0; i < band; i++)
        {
            at += Bands[i].Regions.Count;
        }

        return at;
    }

    /// <summary>The tables of a sheet of that many rows; empty where there is but one.</summary>
    public IReadOnlyList<SheetRegion> RegionsTo(int lastRow)
    {
        var regions = new List<SheetRegion>();
        for (var i = 0; i < Bands.Count; i++)
        {
            var last = i + 1 < Bands.Count ? Bands[i + 1].FirstRow - 1 : lastRow;
            regions.AddRange(Bands[i].Regions.Select(region => new SheetRegion(
                Math.Max(1, Bands[i].FirstRow), last, region.FirstColumn, region.LastColumn, region.Sheet.Layout)));
        }

        return regions.Count > 1 ? regions : [];
    }

    /// <summary>Starts a segment; of how many rows, where it is known.</summary>
    public SegmentBuilder StartSegment(int capacity = 0) => new(this, new RecordTableBuilder(Layouts, _dates, capacity, _hashesRows));
}
