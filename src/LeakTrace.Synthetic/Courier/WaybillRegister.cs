using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Courier;

/// <summary>
/// All waybills of the case, in order of time, each made from its index alone: a database of any size needs no memory.
/// </summary>
sealed class WaybillRegister
{
    const int DaysOfBatch = 15;
    const int Numbers = 1_000_000_000;

    // Waybill numbers and slots of phones after those of the strangers that fill lists up.
    const long FirstCanary = 20_000_000;

    public static readonly DateTime Start = new(2021, 1, 1);

    static readonly string[] _goods =
    [
        "衣服", "鞋", "日用品", "化妆品", "食品", "手机配件", "母婴用品", "奶粉", "保健品", "图书", "文件", "小家电", "玩具", "箱包", "茶叶", "水果",
    ];

    static readonly string[] _shopKinds = ["服饰旗舰店", "母婴专营店", "数码专营店", "美妆店", "食品旗舰店", "百货店", "家居店", "鞋业"];

    readonly CourierOptions _options;
    readonly BranchStaff _staff;
    readonly PhoneNumbers _phones;
    readonly WeightedChoice<int> _branches;
    readonly double _days;

    public WaybillRegister(CourierOptions options, BranchStaff staff)
    {
        _options = options;
        _staff = staff;
        _phones = new PhoneNumbers(options.Seed);
        _branches = new WeightedChoice<int>(Enumerable.Range(0, options.Branches).Select(i => (i, staff.Share(i))));
        _days = (options.Batches * DaysOfBatch) - 2;
    }

    /// <summary>The end of a batch, after which it is sold.</summary>
    public static DateTime EndOf(int batch) => Start.AddDays((batch + 1) * DaysOfBatch);

    /// <summary>A number as the company gives it out, different for every index below a thousand million.</summary>
    public static string NumberOf(long seed, long index, DateTime day)
    {
        // Powers of three have no factor in common with powers of ten, so the product runs through all remainders.
        var offset = (long)(new Chance(seed, Topic.Event, -1).Next() % Numbers);
        var number = ((index * 387_420_489) + offset) % Numbers;
        return string.Create(CultureInfo.InvariantCulture, $"SJ{day:yyMM}{number:000000000}");
    }

    /// <summary>No waybill of this or a later index is earlier.</summary>
    public DateTime NotBefore(int index) =>
        Start.AddMinutes(Math.Floor(_days * 1440 * index / _options.RegistryRecords));

    public Waybill At(int index)
    {
        var chance = new Chance(_options.Seed, Topic.Event, index);
        var recipient = index > 0 && chance.Happens(_options.RepeatedRecipientShare) ? chance.Below(index) : index;
        var branch = _branches.Draw(chance);
        var (sender, senderPhone, senderAddress) = chance.Happens(_options.ShopShare)
            ? Shop(branch, chance) : Someone(chance);
        var orderedAt = NotBefore(index);
        var scannedAt = orderedAt.AddMinutes(chance.Between(20, 1400));
        var (name, phone, address) = Resident(recipient);
        return new Waybill(
            index, NumberOf(_options.Seed, index, orderedAt), branch, sender, senderPhone, senderAddress,
            $"P{recipient}", name, phone, address,
            chance.Pick(_goods), orderedAt, scannedAt, _staff.Scanner(branch, chance))
        {
            Batch = (int)((scannedAt - Start).TotalDays / DaysOfBatch),
        };
    }

    /// <summary>A parcel to a person who does not exist, planted in one branch's copy at the time of a real one.</summary>
    public Waybill Canary(int number, int branch, int index)
    {
        var like = At(index);
        var chance = new Chance(_options.Seed, Topic.Canary, number);
        return like with
        {
            Key = _options.RegistryRecords + (long)number,
            Number = NumberOf(_options.Seed, FirstCanary + number, like.OrderedAt),
            Branch = branch,
            Person = string.Create(CultureInfo.InvariantCulture, $"C{number}"),
            Recipient = Surnames.Draw(chance) + GivenNames.Woman(chance),
            Phone = _phones.Of((4L * _options.RegistryRecords) + FirstCanary + number),
            Address = Addresses.Draw(chance, chance.Pick(Addresses.Districts)),
            Scanner = _staff.Scanner(branch, chance),
        };
    }

    (string Name, string Phone, string Address) Resident(long number)
    {
        var chance = new Chance(_options.Seed, Topic.Person, number);
        var name = Surnames.Draw(chance) + (chance.Happens(0.6) ? GivenNames.Woman(chance) : GivenNames.Man(chance));
        return (name, _phones.Of(2 * number), Addresses.Draw(chance, chance.Pick(Addresses.Districts)));
    }

    (string, string, string) Someone(Chance chance) =>
        Resident(_options.RegistryRecords + chance.Below(_options.RegistryRecords));

    // A branch's trade is a few dozen shops, the first of them by far the largest.
    (string, string, string) Shop(int branch, Chance chance)
    {
        var rank = (int)(30 * Math.Pow(chance.Unit(), 2));
        var shop = new Chance(_options.Seed, Topic.Person, -2L - ((branch * 64L) + rank));
        var name = GivenNames.Newborn(shop) + shop.Pick(_shopKinds);
        var phone = _phones.Of((4L * _options.RegistryRecords) + (branch * 64) + rank);
        return (name, phone, Addresses.Draw(shop, shop.Pick(Addresses.Districts)));
    }
}
