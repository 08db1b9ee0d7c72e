using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Blocking;

/// <summary>People of a small town from a seed, with every field now and then absent, masked or shared, so that keys collide.</summary>
static class RandomPeople
{
    static readonly FieldRole[] _roles =
    [
        FieldRole.PersonName, FieldRole.RelatedName, FieldRole.Phone, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate,
        FieldRole.BirthDate, FieldRole.Institution, FieldRole.Address, FieldRole.Waybill,
    ];

    public static PersonColumns Make(int seed, int count)
    {
        var random = new Random(seed);
        return Lists.People(_roles, [.. Enumerable.Range(0, count).Select(_ => Row(random))]);
    }

    static string[] Row(Random random)
    {
        string[] row =
        [
            Name(random), Name(random), Phone(random), Phone(random), "", Day(random, 2023), Day(random, 1990),
            "医院" + random.Next(1, 10), $"人民路{random.Next(90, 110)}号{random.Next(1, 9)}室",
            "SF" + random.NextInt64(1_000_000_000_000, 1_000_000_000_400).ToString(CultureInfo.InvariantCulture),
        ];
        for (var field = 0; field < row.Length; field++)
        {
            row[field] = random.Next(4) == 0 ? "" : row[field];
        }

        return row;
    }

    static string Name(Random random)
    {
        var name = "王李张章"[random.Next(4)] + ("芳方丽莉*"[random.Next(5)] + (random.Next(2) == 0 ? "" : "敏"));
        return random.Next(20) == 0 ? "阿依古丽买买提" + random.Next(2) : name;
    }

    static string Phone(Random random) =>
        $"13{random.Next(2)}{(random.Next(6) == 0 ? "****" : $"00{random.Next(10, 13)}")}{random.Next(1000, 1040)}";

    static string Day(Random random, int year) =>
        new DateOnly(year, 1, 1).AddDays(random.Next(20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
