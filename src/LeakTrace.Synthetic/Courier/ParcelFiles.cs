using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Courier;

/// <summary>
/// The chain of the sale: a seller at each leaking branch sends batches to broker K, who sells to two buyers what suits
/// them.
/// </summary>
sealed class ParcelFiles(CourierOptions options, ParcelSale sale, ParcelLists lists, int sellers)
{
    /// <summary>Who buys from the insiders and sells on.</summary>
    public const string Broker = "K";

    static readonly string[] _buyers = ["M", "N"];

    readonly List<Seller> _sellers = [.. Enumerable.Range(0, sellers).Select(number => lists.Seller(number))];

    /// <summary>The files of all batches, from what each seller took in each.</summary>
    public List<SeizedFile> Make(Func<int, int, IReadOnlyList<Entry>> sold)
    {
        var files = new List<SeizedFile>();
        for (var batch = 0; batch < options.Batches; batch++)
        {
            var received = new List<Entry>();
            for (var seller = 0; seller < _sellers.Count; seller++)
            {
                var list = _sellers[seller].Next(sold(seller, batch), ParcelLists.Masked);
                received.AddRange(list);
                if (list.Count > 0)
                {
                    var chance = new Chance(options.Seed, Topic.Sheet, (batch * 64) + seller);
                    files.Add(FileOf($"exhibit-01-K-phone/{BatchName(batch)}-{seller + 1}", $"S{seller + 1}", Broker,
                        sale.SellerSends(batch, seller), seller, list, chance));
                }
            }

            files.AddRange(ToBuyers(batch, received));
        }

        var loss = new Chance(options.Seed, Topic.Loss);
        return options.UnseizedFileShare > 0 ? files.FindAll(_ => !loss.Happens(options.UnseizedFileShare)) : files;
    }

    IEnumerable<SeizedFile> ToBuyers(int batch, List<Entry> received)
    {
        for (var buyer = 0; buyer < _buyers.Length; buyer++)
        {
            var chance = new Chance(options.Seed, Topic.Sheet, (batch * 64) + 60 + buyer);
            var share = buyer == 0 ? options.FirstBuyerShare : options.SecondBuyerShare;
            var list = received.Where(_ => chance.Happens(share)).Select(entry => lists.Retyping.Retype(entry, chance))
                .ToList();
            if (list.Count > 0)
            {
                chance.Shuffle(list);
                yield return FileOf($"exhibit-0{buyer + 2}-{_buyers[buyer]}-disk/客户{BatchName(batch)}", Broker,
                    _buyers[buyer], sale.BrokerSends(batch, buyer), sellers + buyer, list, chance);
            }
        }
    }

    SeizedFile FileOf(string path, string seller, string buyer, DateTime sentAt, int habit, List<Entry> list,
        Chance chance)
    {
        var format = StyleBook.Format(chance);
        var style = lists.Styles.Draw(format, habit, "客户资料", chance);
        var sheet = lists.Composer.Compose("Sheet1", style, list, chance);
        return new SeizedFile(path + FileFormats.Extension(format), format, [sheet], seller, buyer, sentAt);
    }

    static string BatchName(int batch) =>
        WaybillRegister.EndOf(batch).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
