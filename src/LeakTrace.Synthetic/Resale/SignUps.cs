using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.People;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Resale;

/// <summary>People of the trade, and the sign-up register that some of them are in.</summary>
sealed class SignUps(ResaleOptions options)
{
    /// <summary>Name of the register, which no column repeats.</summary>
    public const string Register = "会员登记系统";

    readonly PhoneNumbers _phones = new(options.Seed);

    /// <summary>A person, the same for the same number; numbers below the size of the register are in it.</summary>
    public Entry PersonOf(int number)
    {
        var chance = new Chance(options.Seed, Topic.Person, number);
        var isWoman = chance.Happens(0.6);
        var isRegistered = number < options.RegistryRecords;
        var unit = string.Create(CultureInfo.InvariantCulture, $"P{number}");
        var entry = new Entry
        {
            Origin = isRegistered ? EntryOrigin.Register : EntryOrigin.Nowhere,
            Unit = unit,
            Person = unit,
            Record = isRegistered ? RecordOf(number) : "",
            Source = isRegistered ? Register : "",
        };
        entry[Field.Name] = Surnames.Draw(chance) + (isWoman ? GivenNames.Woman(chance) : GivenNames.Man(chance));
        entry[Field.Phone] = _phones.Of(number);
        entry[Field.NationalId] = NationalIds.Draw(
            chance, new DateOnly(1960, 1, 1).AddDays(chance.Below(365 * 40)), female: isWoman);
        entry[Field.Sex] = isWoman ? "女" : "男";
        entry[Field.Address] = Addresses.Draw(chance, chance.Pick(Addresses.Districts));
        return entry;
    }

    /// <summary>Writes the register where there is one.</summary>
    public void Write(string folder)
    {
        if (options.RegistryRecords == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        using var stream = File.Create(Path.Combine(folder, Register + ".csv"));
        using var writer = new DelimitedWriter(stream, new UTF8Encoding(false), ',');
        writer.Write("会员编号", "姓名", "手机号", "身份证号", "地址", "登记时间");
        for (var i = 0; i < options.RegistryRecords; i++)
        {
            var entry = PersonOf(i);
            var at = Trade.Start.AddYears(-2).AddMinutes(Math.Floor(700.0 * 1440 * i / options.RegistryRecords));
            writer.Write(
                RecordOf(i), entry[Field.Name]!, entry[Field.Phone]!, entry[Field.NationalId]!, entry[Field.Address]!,
                at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }

    static string RecordOf(int number) => string.Create(CultureInfo.InvariantCulture, $"HY{number:0000000}");
}
