namespace LeakTrace.Synthetic.Maternity;

/// <summary>
/// How many registrations each insider sells, so that the seized files together get the rows that the options ask for.
/// </summary>
sealed record SaleSize(double First, double Second)
{
    public static SaleSize Of(MaternityOptions options)
    {
        var o = options;
        var repeats = 1 + o.DuplicateInFileShare + o.DuplicateAcrossFilesShare;
        var junk = 1 + o.PlaceholderShare + o.InvalidShare + o.UnidentifiableShare;
        var between = 1 + o.BlankRowShare + o.RepeatedHeaderShare;
        var rowsForSale = repeats * junk * between / Math.Max(0.1, 1 - o.NowhereShare);

        // Every sheet has its header, and some a title, a total, a remark.
        var sheets = 2.6 * o.Months * (1 - o.HeaderlessShare + o.TitleShare + o.TotalShare + o.RemarkShare);
        var second = o.SecondInsiderShare / Math.Max(0.05, 1 - o.SecondInsiderShare);
        var copies = 1 + ((1 + o.CopiedFileShare) * (o.ForwardedShare + second));
        var first = Math.Max(1, o.SeizedRows - sheets) / (rowsForSale * copies);
        return new SaleSize(first, first * second);
    }
}
