using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Seized;

/// <summary>
/// Draws the looks of sheets: layouts and headers are one kind of case's, odds and ends are everybody's.
/// </summary>
sealed class StyleBook(StyleShares shares, IReadOnlyList<Field[]> layouts, IReadOnlyDictionary<Field, string[]> headers)
{
    static readonly WeightedChoice<FileFormat> _formats = new(
    [
        (FileFormat.Xlsx, 60), (FileFormat.CsvUtf8, 5), (FileFormat.CsvUtf8Bom, 8), (FileFormat.CsvGb18030, 10),
        (FileFormat.TabUtf8, 4),
        (FileFormat.TabGb18030, 4), (FileFormat.Html, 4), (FileFormat.HtmlNamedXls, 5),
    ]);

    static readonly WeightedChoice<DateStyle> _dates = new(
    [
        (DateStyle.Iso, 24), (DateStyle.Slashes, 18), (DateStyle.Dots, 10), (DateStyle.Digits, 6),
        (DateStyle.Chinese, 8),
        (DateStyle.ChineseWithoutYear, 4), (DateStyle.Serial, 22), (DateStyle.ChineseSerial, 8),
    ]);

    public static FileFormat Format(Chance chance) => _formats.Draw(chance);

    /// <summary>Look of a sheet of a seller who mostly keeps to a <paramref name="habit"/>, any number.</summary>
    public SheetStyle Draw(FileFormat format, int habit, string title, Chance chance)
    {
        var layout = layouts[chance.Happens(0.7) ? habit % layouts.Count : chance.Below(layouts.Count)];
        var columns = layout.Select(field => (field, chance.Pick(headers[field]))).ToList();
        var hasHeader = !chance.Happens(shares.Headerless);
        var isByBaby = chance.Happens(shares.BabyName) && columns.Any(column => column.field == Field.Baby);
        if (isByBaby)
        {
            columns.RemoveAll(column => column.field == Field.Name);
        }

        return new SheetStyle
        {
            Format = format,
            Columns = columns,
            HasHeader = hasHeader,
            Title = hasHeader && chance.Happens(shares.Title) ? title : null,
            Dates = _dates.Draw(chance),
            PhonesAsNumbers = chance.Happens(0.55),
            IdsAsNumbers = chance.Happens(0.25),
            GroupedPhones = chance.Happens(0.06),
            ShortInstitutions = chance.Happens(shares.ShortInstitutions),
            Traditional = chance.Happens(shares.Traditional),
            FullWidth = chance.Happens(shares.FullWidth),
            BabyInsteadOfName = isByBaby,
        };
    }
}
