using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>
/// The chain of the sale: L sends W a file a month, W sends Z what L sent, as it is or worked into an own file, with
/// W's own records.
/// </summary>
sealed class SeizedFiles(MaternityOptions options, Sale sale, Lists lists)
{
    /// <summary>The head-office insider.</summary>
    public const string First = "L";

    const string Second = "W";
    const string Buyer = "Z";

    readonly Seller _first = lists.Seller(1);
    readonly Seller _second = lists.Seller(2);

    /// <summary>The files of all months, from what each insider sold in each.</summary>
    public List<SeizedFile> Make(IReadOnlyList<List<Entry>> soldByFirst, IReadOnlyList<List<Entry>> soldBySecond)
    {
        var files = new List<SeizedFile>();
        for (var month = 0; month < options.Months; month++)
        {
            var chance = new Chance(options.Seed, Topic.Sheet, month);
            var firstList = _first.Next(soldByFirst[month], Masked);
            var secondList = _second.Next(soldBySecond[month], Masked);
            var sent = firstList.Count == 0 ? null : FromFirst(month, firstList, chance);
            if (sent is not null)
            {
                files.Add(sent);
            }

            var toBuyer = ToBuyer(month, sent, firstList, secondList, chance).ToList();
            files.AddRange(toBuyer);
            foreach (var file in toBuyer)
            {
                if (chance.Happens(options.CopiedFileShare))
                {
                    files.Add(file with { Path = "exhibit-04-Z-usb/备份/" + Path.GetFileName(file.Path) });
                }
            }
        }

        var loss = new Chance(options.Seed, Topic.Loss);
        return options.UnseizedFileShare > 0 ? files.FindAll(_ => !loss.Happens(options.UnseizedFileShare)) : files;
    }

    SeizedFile FromFirst(int month, List<Entry> list, Chance chance)
    {
        var style = StyleOf(month / 6, month, chance, StyleBook.Format(chance));
        var name = $"{MonthName(month)}{chance.Pick(["", "名单", "资料", "-1"])}";
        return new SeizedFile(
            $"exhibit-01-W-phone/{name}{FileFormats.Extension(style.Format)}", style.Format,
            [lists.Composer.Compose("Sheet1", style, list, chance)], First, Second, sale.FirstSends(month));
    }

    IEnumerable<SeizedFile> ToBuyer(int month, SeizedFile? received, List<Entry> firstList, List<Entry> secondList,
        Chance chance)
    {
        var exhibit = month % 2 == 0 ? "exhibit-02-Z-disk" : "exhibit-03-Z-computer";
        var sentAt = sale.SecondSends(month);
        var format = StyleBook.Format(chance);
        var begin = Register.Start.AddMonths(month);
        var path = $"{exhibit}/{begin:yyyy}/{begin:yyyy-MM}{FileFormats.Extension(format)}";
        var isVerbatim = received is not null && chance.Happens(options.VerbatimForwardShare);
        if (isVerbatim)
        {
            yield return received! with
            {
                Path = $"{exhibit}/转发/{Path.GetFileName(received.Path)}",
                Seller = Second,
                Buyer = Buyer,
                SentAt = sentAt.AddMinutes(-7),
            };
        }

        var forwarded = firstList.Where(_ => !isVerbatim && chance.Happens(options.ForwardedShare))
            .Select(entry => lists.Retyping.Retype(entry, chance)).ToList();
        var sheets = Merge(month, format, forwarded, secondList, chance);
        if (sheets.Count > 0)
        {
            yield return new SeizedFile(path, format, sheets, Second, Buyer, sentAt);
        }
    }

    List<SeizedSheet> Merge(int month, FileFormat format, List<Entry> forwarded, List<Entry> own, Chance chance)
    {
        var sheets = new List<SeizedSheet>();
        var mayHaveTwo = format is FileFormat.Xlsx or FileFormat.Html or FileFormat.HtmlNamedXls;
        if (mayHaveTwo && chance.Happens(0.45) && forwarded.Count > 0 && own.Count > 0)
        {
            Add("Sheet1", forwarded);
            Add("Sheet2", own);
        }
        else if (forwarded.Count + own.Count > 0)
        {
            var merged = forwarded.Concat(own).ToList();
            if (chance.Happens(0.4))
            {
                merged = [.. merged.OrderBy(entry => entry[Field.Institution] ?? "", StringComparer.Ordinal)];
            }

            Add(chance.Pick(["Sheet1", "汇总", "名单"]), merged);
        }

        return sheets;

        void Add(string name, List<Entry> entries) =>
            sheets.Add(lists.Composer.Compose(name, StyleOf(3 + (month / 9), month, chance, format), entries, chance));
    }

    SheetStyle StyleOf(int habit, int month, Chance chance, FileFormat format) =>
        lists.Styles.Draw(format, habit, $"{MonthName(month)}产妇名单", chance);

    static string MonthName(int month) =>
        Register.Start.AddMonths(month).ToString("yyyy年M月", CultureInfo.InvariantCulture);

    static Entry Masked(Entry entry)
    {
        var masked = entry.Copy(masked: true);

        // Who hides the name and the phone does not show them in the next column.
        foreach (var field in (ReadOnlySpan<Field>)[Field.SecondPhone, Field.NationalId, Field.Baby, Field.Address])
        {
            masked[field] = null;
        }

        return masked;
    }
}
