using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>
/// All deliveries of the case, in order of time, each made from its index alone: a register of any size needs no
/// memory.
/// </summary>
sealed class Register
{
    const int MonthsBetweenDeliveries = 14;

    // Slots of phones after those of the strangers that fill lists up.
    const int FirstCanaryPhone = 20_000_000;

    public static readonly DateTime Start = new(2019, 1, 1);

    readonly MaternityOptions _options;
    readonly Staff _staff;
    readonly PhoneNumbers _phones;
    readonly WeightedChoice<int> _hospitals;
    readonly double _days;

    public Register(MaternityOptions options, Staff staff)
    {
        _options = options;
        _staff = staff;
        _phones = new PhoneNumbers(options.Seed);
        _hospitals = new WeightedChoice<int>(Enumerable.Range(0, options.Hospitals).Select(i => (i, staff.Share(i))));

        // What is registered in a month is sold after its end; the last days stay free for late registrations.
        _days = (Start.AddMonths(options.Months) - Start).TotalDays - 4;
    }

    /// <summary>No registration of this or a later index is earlier.</summary>
    public DateTime NotBefore(int index) => Start.AddDays(Math.Floor(_days * index / _options.RegistryRecords));

    public Delivery At(int index)
    {
        var mother = MotherOf(index);
        var person = new Chance(_options.Seed, Topic.Person, mother);
        var born = new DateOnly(1982, 1, 1).AddDays((int)((person.Unit() + person.Unit()) * 0.5 * 365 * 18));
        var name = Surnames.Draw(person) + GivenNames.Woman(person);
        var id = NationalIds.Draw(person, born, female: true);
        var address = Addresses.Draw(person, person.Pick(Addresses.Districts));
        var husband = Surnames.Draw(person);

        var chance = new Chance(_options.Seed, Topic.Event, index);
        var delivered = NotBefore(index).AddDays(Math.Floor(chance.Unit() * 1.2));
        var isBoy = chance.Happens(0.52);
        var baby = chance.Happens(0.6) ? name + (isBoy ? "之子" : "之女")
            : (chance.Happens(0.92) ? husband : name[..Surnames.LengthIn(name)]) + GivenNames.Newborn(chance);
        var first = Registered(new Registration(
            2L * index,
            "",
            _hospitals.Draw(chance),
            name,
            chance.Happens(_options.MissingPhoneShare) ? "" : _phones.Of(4L * mother),
            chance.Happens(0.4) ? _phones.Of((4L * mother) + 1) : "",
            chance.Happens(_options.NationalIdShare) ? id : "",
            DateOnly.FromDateTime(delivered),
            baby,
            isBoy,
            address,
            delivered.AddHours(chance.Between(2, 36)) + chance.Within(TimeSpan.FromHours(1))));
        return new Delivery($"D{index}", $"P{mother}", [first, .. FurtherOnes(first, mother, index, chance)]);
    }

    IEnumerable<Registration> FurtherOnes(Registration first, long mother, int index, Chance chance)
    {
        if (chance.Happens(_options.TwoHospitalShare) && Elsewhere(first, mother, first.Key + 1, [first.Hospital], chance) is { } second)
        {
            yield return second;
            var third = new Chance(_options.Seed, Topic.Registration, (2L * _options.RegistryRecords) + index);
            if (third.Happens(_options.ThirdHospitalShare) &&
                Elsewhere(first, mother, (2L * _options.RegistryRecords) + index, [first.Hospital, second.Hospital], third) is { } other)
            {
                yield return other;
            }
        }
    }

    /// <summary>A person who does not exist, registered at one hospital alone, about when a delivery was.</summary>
    public Delivery Canary(int number, int hospital, int index)
    {
        var like = At(index).Registrations[0];
        var chance = new Chance(_options.Seed, Topic.Canary, number);
        var name = Surnames.Draw(chance) + GivenNames.Woman(chance);
        var born = new DateOnly(1982, 1, 1).AddDays(chance.Below(365 * 18));
        var unit = string.Create(CultureInfo.InvariantCulture, $"C{number}");
        return new Delivery(unit, unit, [Registered(like with
        {
            Key = (3L * _options.RegistryRecords) + number,
            Hospital = hospital,
            Name = name,
            Phone = _phones.Of((4L * _options.RegistryRecords) + FirstCanaryPhone + number),
            BackupPhone = "",
            NationalId = NationalIds.Draw(chance, born, female: true),
            Baby = name + (like.IsBoy ? "之子" : "之女"),
            Address = Addresses.Draw(chance, chance.Pick(Addresses.Districts)),
        })]);
    }

    /// <summary>
    /// The same delivery as another hospital wrote it, or null where that came after the end of the case.
    /// </summary>
    Registration? Elsewhere(Registration first, long mother, long key, int[] others, Chance chance)
    {
        var hospital = _hospitals.Draw(chance);
        while (others.Contains(hospital))
        {
            hospital = (hospital + 1) % _options.Hospitals;
        }

        var recordedAt = first.RecordedAt.AddDays(chance.Between(1, 18)).AddMinutes(chance.Below(60));
        if (recordedAt >= Start.AddDays(_days + 3))
        {
            return null;
        }

        if (_options.AlikeCopyShare > 0 && chance.Happens(_options.AlikeCopyShare))
        {
            return Registered(first with { Key = key, Hospital = hospital, RecordedAt = recordedAt });
        }

        // At least one of the three differs, so that the copies can be told apart.
        var slip = chance.Below(3);
        var name = slip == 0 || chance.Happens(0.3) ? Misspelling.Name(chance, first.Name) : first.Name;
        var hasOldPhone = (slip == 1 || chance.Happens(0.3)) && first.Phone.Length > 0;
        var isDayOff = slip == 2 || chance.Happens(0.2);
        return Registered(first with
        {
            Key = key,
            Hospital = hospital,
            Name = name,
            Phone = hasOldPhone ? _phones.Of((4 * mother) + 1 + others.Length) : first.Phone,
            BackupPhone = "",
            Delivered = isDayOff ? first.Delivered.AddDays(chance.Happens(0.5) ? 1 : -1) : first.Delivered,
            Baby = name + (first.IsBoy ? "之子" : "之女"),
            RecordedAt = recordedAt,
        });
    }

    Registration Registered(Registration registration) => registration with
    {
        Record = _staff.Hospitals[registration.Hospital].Code.ToUpperInvariant() +
            string.Create(CultureInfo.InvariantCulture, $"{registration.RecordedAt:yyyy}{registration.Key:00000000}"),
        Recorder = _staff.Recorder(registration),
        Month = ((registration.RecordedAt.Year - Start.Year) * 12) + registration.RecordedAt.Month - Start.Month,
    };

    /// <summary>The mother of a delivery: an earlier one's for a second delivery, else its own.</summary>
    long MotherOf(int index)
    {
        var shift = (int)((long)_options.RegistryRecords * MonthsBetweenDeliveries / _options.Months) + 1;
        while (index >= shift &&
            new Chance(_options.Seed, Topic.Registration, index).Happens(_options.SecondDeliveryShare))
        {
            index -= shift;
        }

        return index;
    }
}
