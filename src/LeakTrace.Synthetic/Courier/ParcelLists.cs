using LeakTrace.Synthetic.People;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Courier;

/// <summary>How waybills become entries of lists, and what courier lists look like.</summary>
sealed class ParcelLists(CourierOptions options, BranchStaff staff)
{
    static readonly Field[][] _layouts =
    [
        [Field.Waybill, Field.Name, Field.Phone, Field.Address, Field.Goods],
        [Field.Sequence, Field.Date, Field.Waybill, Field.Name, Field.Phone, Field.Address, Field.Goods,
            Field.Institution],
        [Field.Waybill, Field.SenderName, Field.SenderPhone, Field.Name, Field.Phone, Field.Address, Field.Date],
        [Field.Name, Field.Phone, Field.Address, Field.Goods, Field.Date],
        [Field.Institution, Field.Waybill, Field.Date, Field.Name, Field.Phone, Field.Address],
    ];

    static readonly Dictionary<Field, string[]> _headers = new()
    {
        [Field.Sequence] = ["序号", "编号", "序"],
        [Field.Waybill] = ["运单号", "快递单号", "单号", "物流单号", "运单编号"],
        [Field.Name] = ["收件人", "收货人", "收件人姓名", "姓名", "客户姓名"],
        [Field.Phone] = ["收件电话", "收件人电话", "手机", "联系电话", "收货电话"],
        [Field.Address] = ["收件地址", "收货地址", "地址", "详细地址"],
        [Field.SenderName] = ["寄件人", "发件人", "店铺"],
        [Field.SenderPhone] = ["寄件电话", "发件人电话", "寄件人手机"],
        [Field.Goods] = ["物品", "货物", "品名", "商品"],
        [Field.Institution] = ["网点", "揽件网点", "营业点"],
        [Field.Date] = ["下单时间", "下单日期", "日期", "寄件日期"],
    };

    readonly PhoneNumbers _phones = new(options.Seed);
    int _strangers;

    public StyleBook Styles { get; } = new(
        new StyleShares(
            options.HeaderlessShare, options.TitleShare, options.ShortBranchShare, options.TraditionalShare,
            options.FullWidthShare, 0),
        _layouts, _headers);

    public SheetComposer Composer { get; } = new(
        new SheetDirt(options.BlankRowShare, options.RepeatedHeaderShare, options.TotalShare, options.RemarkShare),
        Branch.ShortNameOf);

    public Retyping Retyping { get; } = new(new RetypingShares(
        options.PhoneSubstitutionShare, options.PhoneTranspositionShare, options.PhoneTruncationShare,
        options.NameErrorShare,
        options.DateErrorShare, options.DroppedBranchShare));

    public Seller Seller(long number) => new(
        new ListShares(
            options.NowhereShare, options.EditedDuplicateShare, options.DuplicateInFileShare,
            options.DuplicateAcrossFilesShare,
            options.MaskedShare, 0, options.PlaceholderShare, options.InvalidShare, options.UnidentifiableShare),
        Retyping, Stranger, new Chance(options.Seed, Topic.Retyping, number));

    /// <summary>An entry as the database has it; the unit is one person on one waybill.</summary>
    public Entry EntryOf(Waybill waybill)
    {
        var branch = staff.Branches[waybill.Branch].Name;
        var entry = new Entry
        {
            Origin = EntryOrigin.Register,
            Unit = waybill.Number,
            Person = waybill.Person,
            Record = waybill.Number,
            Source = branch,
            Account = staff.LookUp(waybill.Branch),
        };
        entry[Field.Waybill] = waybill.Number;
        entry[Field.Name] = waybill.Recipient;
        entry[Field.Phone] = waybill.Phone;
        entry[Field.Address] = waybill.Address;
        entry[Field.SenderName] = waybill.Sender;
        entry[Field.SenderPhone] = waybill.SenderPhone;
        entry[Field.Goods] = waybill.Goods;
        entry[Field.Institution] = branch;
        entry[Field.Date] = waybill.OrderedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return entry;
    }

    /// <summary>Somebody who got a parcel on the same day through another company.</summary>
    public Entry FromElsewhere(Waybill like, Chance chance)
    {
        var stranger = Stranger(chance);
        stranger[Field.Date] = like.OrderedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return stranger;
    }

    /// <summary>The entry masked as the company prints labels. Who is in no register stays as typed.</summary>
    public static Entry Masked(Entry entry) => entry.Copy(masked: entry.Origin == EntryOrigin.Register);

    /// <summary>Somebody who is on no waybill of the database.</summary>
    Entry Stranger(Chance chance)
    {
        var number = _strangers++;
        var day = WaybillRegister.Start.AddDays(chance.Below(options.Batches * 15));
        var entry = new Entry { Unit = $"X{number}", Person = $"X{number}" };

        // Numbers and slots of phones after all that the database uses.
        entry[Field.Waybill] = WaybillRegister.NumberOf(options.Seed, options.RegistryRecords + number, day);
        var given = chance.Happens(0.6) ? GivenNames.Woman(chance) : GivenNames.Man(chance);
        entry[Field.Name] = Surnames.Draw(chance) + given;
        entry[Field.Phone] = _phones.Of((4L * options.RegistryRecords) + 4096 + number);
        entry[Field.Address] = Addresses.Draw(chance, chance.Pick(Addresses.Districts));
        entry[Field.Date] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return entry;
    }
}
