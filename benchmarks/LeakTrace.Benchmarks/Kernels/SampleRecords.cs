using System.Globalization;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Synthetic;
using LeakTrace.Synthetic.People;
using Homes = LeakTrace.Synthetic.People.Addresses;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Invented records such as registers hold; of the second half every one resembles its partner of the first.</summary>
static class SampleRecords
{
    /// <summary>Records; a power of two.</summary>
    public const int Count = 4096;

    const int Seed = 1;

    /// <summary>Mobile numbers, each with a wrong digit in the second half.</summary>
    public static string[] Phones()
    {
        var numbers = new PhoneNumbers(Seed);
        return Draw(Topic.Phone, (_, i) => numbers.Of(i), Misspelling.SubstituteDigit);
    }

    /// <summary>Names of two to four characters, each misspelt in the second half.</summary>
    public static string[] Names() => Draw(Topic.Person, (chance, _) => Surnames.Draw(chance) + GivenNames.Woman(chance), Misspelling.Name);

    /// <summary>Addresses of 14 to 40 characters, each with another house number in the second half.</summary>
    public static string[] Addresses() => Draw(
        Topic.Event,
        (chance, _) => Homes.Draw(chance, chance.Pick(Homes.Districts)),
        (chance, address) => address.Replace("号", chance.Between(2, 9).ToString(CultureInfo.InvariantCulture) + "号", StringComparison.Ordinal));

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
