using LeakTrace.Synthetic.People;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>How registrations become entries of lists, and what maternity lists look like.</summary>
sealed class Lists(MaternityOptions options, Staff staff)
{
    static readonly Field[][] _layouts =
    [
        [Field.Name, Field.Phone, Field.Institution, Field.Date],
        [Field.Sequence, Field.Name, Field.Phone, Field.Date, Field.Institution, Field.Baby],
        [Field.Institution, Field.Date, Field.Name, Field.Baby, Field.Phone, Field.SecondPhone, Field.Address],
        [Field.Sequence, Field.Institution, Field.Name, Field.NationalId, Field.Phone, Field.Address, Field.Date],
        [Field.Name, Field.Address, Field.Baby, Field.Date, Field.Sex, Field.Institution, Field.Phone],
        [Field.Date, Field.Name, Field.Phone, Field.Institution, Field.Remark],
    ];

    static readonly Dictionary<Field, string[]> _headers = new()
    {
        [Field.Sequence] = ["序号", "编号", "No.", "序"],
        [Field.Name] = ["姓名", "产妇姓名", "妈妈姓名", "母亲", "宝妈", "客户姓名"],
        [Field.Phone] = ["电话", "手机", "联系电话", "手机号", "联系方式", "电话号码"],
        [Field.SecondPhone] = ["备用电话", "其他电话", "电话2", "家属电话"],
        [Field.NationalId] = ["身份证号", "身份证", "证件号码"],
        [Field.Date] = ["分娩日期", "出生日期", "生产日期", "宝宝生日", "分娩时间", "日期"],
        [Field.Institution] = ["医院", "分娩医院", "生产医院", "所在医院", "医院名称"],
        [Field.Baby] = ["宝宝", "宝宝姓名", "新生儿", "婴儿姓名"],
        [Field.Sex] = ["性别", "宝宝性别"],
        [Field.Address] = ["地址", "家庭住址", "住址", "详细地址"],
        [Field.Remark] = ["备注", "说明"],
    };

    static readonly string[] _remarks = ["顺产", "剖腹产", "二胎", "已回访", "需要上门"];

    readonly PhoneNumbers _phones = new(options.Seed);
    int _strangers;

    public StyleBook Styles { get; } = new(
        new StyleShares(
            options.HeaderlessShare, options.TitleShare, options.ShortHospitalShare, options.TraditionalShare,
            options.FullWidthShare, options.BabyNameShare),
        _layouts, _headers);

    public SheetComposer Composer { get; } = new(
        new SheetDirt(options.BlankRowShare, options.RepeatedHeaderShare, options.TotalShare, options.RemarkShare),
        Hospital.ShortNameOf);

    public Retyping Retyping { get; } = new(new RetypingShares(
        options.PhoneSubstitutionShare, options.PhoneTranspositionShare, options.PhoneTruncationShare,
        options.NameErrorShare,
        options.DateErrorShare, options.DroppedHospitalShare));

    public Seller Seller(long number) => new(
        new ListShares(
            options.NowhereShare, options.EditedDuplicateShare, options.DuplicateInFileShare,
            options.DuplicateAcrossFilesShare,
            options.MaskedShare, options.TitledNameShare, options.PlaceholderShare, options.InvalidShare,
            options.UnidentifiableShare),
        Retyping, Stranger, new Chance(options.Seed, Topic.Retyping, number));

    /// <summary>An entry as the register has it.</summary>
    public Entry EntryOf(Delivery delivery, Registration registration, string account)
    {
        var entry = new Entry
        {
            Origin = EntryOrigin.Register,
            Unit = delivery.Unit,
            Person = delivery.Person,
            Record = registration.Record,
            Source = staff.Hospitals[registration.Hospital].Name,
            Account = account,
        };
        Fill(entry, registration);
        return entry;
    }

    /// <summary>
    /// Somebody of the same month from elsewhere, or, where lists overlap by chance, the registered person: either way no
    /// register leaked it.
    /// </summary>
    public Entry FromElsewhere(Registration like, Delivery? alsoHere, Chance chance)
    {
        if (alsoHere is not null)
        {
            var same = new Entry
            {
                Unit = alsoHere.Unit,
                Person = alsoHere.Person,
                Record = like.Record,
                Source = staff.Hospitals[like.Hospital].Name,
            };
            Fill(same, like);
            return same;
        }

        var stranger = Stranger(chance);
        stranger[Field.Date] = like.Delivered.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return stranger;
    }

    void Fill(Entry entry, Registration registration)
    {
        entry[Field.Name] = registration.Name;
        entry[Field.Phone] = NullIfEmpty(registration.Phone);
        entry[Field.SecondPhone] = NullIfEmpty(registration.BackupPhone);
        entry[Field.NationalId] = NullIfEmpty(registration.NationalId);
        entry[Field.Date] = registration.Delivered.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        entry[Field.Institution] = staff.Hospitals[registration.Hospital].Name;
        entry[Field.Baby] = registration.Baby;
        entry[Field.Sex] = registration.IsBoy ? "男" : "女";
        entry[Field.Address] = registration.Address;
        var chance = new Chance(options.Seed, Topic.Registration, -1 - registration.Key);
        entry[Field.Remark] = chance.Happens(0.3) ? chance.Pick(_remarks) : null;
    }

    /// <summary>A mother who is in no register.</summary>
    Entry Stranger(Chance chance)
    {
        var number = _strangers++;
        var name = Surnames.Draw(chance) + GivenNames.Woman(chance);
        var born = new DateOnly(1985, 1, 1).AddDays(chance.Below(365 * 15));
        var isBoy = chance.Happens(0.52);
        var delivered = DateOnly.FromDateTime(Register.Start).AddDays(chance.Below(options.Months * 30));
        var entry = new Entry { Unit = $"X{number}", Person = $"X{number}" };

        // Slots of phones after those of all registered mothers.
        Fill(entry, new Registration(
            -1L - number, "", chance.Below(options.Hospitals), name,
            _phones.Of((4L * options.RegistryRecords) + number), "",
            NationalIds.Draw(chance, born, female: true), delivered, name + (isBoy ? "之子" : "之女"), isBoy,
            Addresses.Draw(chance, chance.Pick(Addresses.Districts)), default));
        return entry;
    }

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
