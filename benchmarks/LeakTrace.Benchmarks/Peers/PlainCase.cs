using System.Globalization;
using System.Text;
using LeakTrace.Synthetic;
using LeakTrace.Synthetic.People;
using Homes = LeakTrace.Synthetic.People.Addresses;

namespace LeakTrace.Benchmarks.Peers;

/// <summary>
/// A link alone: one register and one seized list, both CSV with the same six columns, so that a database can read them as they are.
/// The number of a seized row is its truth: that of the record it was made from, which neither side looks at.
/// </summary>
static class PlainCase
{
    const int Seed = 1;
    const int Days = 1096;
    const string Header = "编号,姓名,手机,日期,医院,地址\r\n";

    static readonly string[] _hospitals = [.. Homes.Districts.Take(12).Select(district => $"申江市{district}妇幼保健院")];

    /// <summary>Path of the list below the case.</summary>
    public static string Seized(string path) => Path.Combine(path, "seized", "list.csv");

    /// <summary>Path of the register below the case.</summary>
    public static string Registry(string path) => Path.Combine(path, "registry", "register.csv");

    /// <summary>Writes the case.</summary>
    public static void Write(string path, int records, int rows)
    {
        Directory.CreateDirectory(Path.Combine(path, "seized"));
        Directory.CreateDirectory(Path.Combine(path, "registry"));
        using var register = new StreamWriter(Registry(path), append: false, new UTF8Encoding(true));
        using var list = new StreamWriter(Seized(path), append: false, new UTF8Encoding(true));
        register.Write(Header);
        list.Write(Header);
        var phones = new PhoneNumbers(Seed);
        for (var i = 0; i < records; i++)
        {
            var person = Draw(i, phones);
            register.Write(person.Line);
            if ((long)(i + 1) * rows / records > (long)i * rows / records)
            {
                list.Write(Retyped(person, new Chance(Seed, Topic.Retyping, i)).Line);
            }
        }
    }

    static Person Draw(int i, PhoneNumbers phones)
    {
        var chance = new Chance(Seed, Topic.Person, i);
        return new Person(
            string.Create(CultureInfo.InvariantCulture, $"SJ{i + 10_000_000}"), Surnames.Draw(chance) + GivenNames.Woman(chance), phones.Of(i),
            new DateOnly(2021, 1, 1).AddDays(chance.Below(Days)), chance.Pick(_hospitals), Homes.Draw(chance, chance.Pick(Homes.Districts)));
    }

    /// <summary>The person as a list retyped by hand has her: some fields wrong, masked or missing.</summary>
    static Person Retyped(Person person, Chance chance)
    {
        person = chance.Happens(0.03) ? person with { Name = Misspelling.Name(chance, person.Name) } : person;
        person = chance.Unit() switch
        {
            < 0.02 => person with { Phone = Misspelling.SubstituteDigit(chance, person.Phone) },
            < 0.03 => person with { Phone = Misspelling.TransposeDigits(chance, person.Phone) },
            < 0.05 => person with { Phone = person.Phone[..3] + "****" + person.Phone[7..] },
            < 0.07 => person with { Phone = "" },
            _ => person,
        };
        person = chance.Happens(0.03) ? person with { Date = person.Date.AddDays(chance.Pick<int>([-1, 1, 7])) } : person;
        person = chance.Happens(0.05) ? person with { Hospital = "" } : person;
        return chance.Happens(0.2) ? person with { Address = "" } : person;
    }

    sealed record Person(string Record, string Name, string Phone, DateOnly Date, string Hospital, string Address)
    {
        public string Line => string.Create(
            CultureInfo.InvariantCulture, $"{Record},{Name},{Phone},{Date:yyyy-MM-dd},{Hospital},{Address}\r\n");
    }
}
