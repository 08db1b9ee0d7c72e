using System.Globalization;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Synthetic;
using LeakTrace.Synthetic.People;
using Homes = LeakTrace.Synthetic.People.Addresses;
using Ids = LeakTrace.Synthetic.People.NationalIds;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Invented records such as registers hold; of the second half every one resembles its partner of the first.</summary>
static class SampleRecords
{
    /// <summary>Records; a power of two.</summary>
    public const int Count = 4096;

    const int Seed = 1;

    static readonly string[] _addressees = ["东门传达室转交", "王女士本人亲启勿放丰巢柜", "物业代收", "门卫处留存"];

    /// <summary>Mobile numbers, each with a wrong digit in the second half.</summary>
    public static string[] Phones()
    {
        var numbers = new PhoneNumbers(Seed);
        return Draw(Topic.Phone, (_, i) => numbers.Of(i), Misspelling.SubstituteDigit);
    }

    /// <summary>Names of two to four characters, each misspelt in the second half.</summary>
    public static string[] Names() => Draw(Topic.Person, (chance, _) => Surnames.Draw(chance) + GivenNames.Woman(chance), Misspelling.Name);

    /// <summary>Addresses of 14 to 40 characters, with and without province and addressee, each with another house number in the second half.</summary>
    public static string[] Addresses() => Draw(Topic.Event, (chance, _) => Address(chance), OtherNumber);

    /// <summary>Notes of 100 to 300 characters, each with other house numbers in the second half.</summary>
    public static string[] Notes() => Draw(
        Topic.Event,
        (chance, _) => string.Concat(Enumerable.Range(0, chance.Between(4, 10)).Select(_ => Address(chance) + "。")),
        OtherNumber);

    /// <summary>Identity numbers: of the second half, every other one has a wrong digit, the rest are masked.</summary>
    public static string[] NationalIds() => Draw(
        Topic.Person,
        (chance, _) => Ids.Draw(chance, new DateOnly(1985, 1, 1).AddDays(chance.Below(6000)), female: true),
        (chance, id) => chance.Below(2) == 0 ? Misspelling.SubstituteDigit(chance, id) : id[..6] + "********" + id[14..]);

    /// <summary>Waybill numbers, each with a wrong digit in the second half.</summary>
    public static string[] Waybills() => Draw(
        Topic.Event,
        (chance, _) => "SJ21" + chance.Between(0, 999_999_999).ToString("D11", CultureInfo.InvariantCulture),
        Misspelling.SubstituteDigit);

    /// <summary>Packed phones.</summary>
    public static ulong[] Packed(string[] phones)
    {
        var packed = new ulong[phones.Length];
        Span<ulong> found = stackalloc ulong[PhoneReader.MaxPhones];
        for (var i = 0; i < packed.Length; i++)
        {
            PhoneReader.Read(phones[i], found);
            packed[i] = found[0];
        }

        return packed;
    }

    static string Address(Chance chance)
    {
        var address = Homes.Draw(chance, chance.Pick(Homes.Districts));
        return chance.Below(4) switch
        {
            0 => "东海省" + address,
            1 => address + chance.Pick(_addressees),
            _ => address,
        };
    }

    static string OtherNumber(Chance chance, string address) =>
        address.Replace("号", chance.Between(2, 9).ToString(CultureInfo.InvariantCulture) + "号", StringComparison.Ordinal);

    static string[] Draw(Topic topic, Func<Chance, int, string> draw, Func<Chance, string, string> change)
    {
        var records = new string[Count];
        for (var i = 0; i < Count / 2; i++)
        {
            var chance = new Chance(Seed, topic, i);
            records[i] = draw(chance, i);
            records[i + (Count / 2)] = change(chance, records[i]);
        }

        return records;
    }
}
