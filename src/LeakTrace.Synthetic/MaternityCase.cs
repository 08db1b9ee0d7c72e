using LeakTrace.Synthetic.Maternity;
using LeakTrace.Synthetic.Seized;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic;

/// <summary>
/// A maternity agency's leak: head-office clerk L, who sees a dozen hospitals, sells to clerk W, posted at one, who
/// sells on to buyer Z
/// with records of W's own, for years and at two prices.
/// </summary>
public static class MaternityCase
{
    /// <summary>Writes the case folder, and the truth about it to <see cref="CaseTruth.DirectoryFor"/>.</summary>
    /// <exception cref="ArgumentException">
    /// Options out of range, a folder that is not empty, or registers too small for the sale.
    /// </exception>
    public static void Write(string directory, MaternityOptions options)
    {
        Check(options);
        OptionCheck.IsFree(directory);
        var staff = new Staff(options);
        var sale = new Sale(options, staff);
        var lists = new Lists(options, staff);
        var soldByFirst = Months(options);
        var soldBySecond = Months(options);
        var canaries = new List<CanaryTruth>();
        WriteRegister();

        var files = new SeizedFiles(options, sale, lists).Make(soldByFirst, soldBySecond);
        foreach (var file in files)
        {
            file.Write(Path.Combine(directory, "seized"));
        }

        CaseTables.WriteDeliveries(directory, files);
        var truth = new CaseTruth(directory);
        var valid = truth.Write(files, staff.Accounts(), staff.Hospitals.Select(hospital => hospital.Name));
        truth.WriteCanaries(files, canaries);
        truth.WriteLeaks(options.FromElsewhere ? [] : [LeakOf(staff.First, sale.FirstWindow), LeakOf(staff.Second, sale.SecondWindow)]);
        CaseTables.WritePayments(directory, Money.Of(
            options.Seed, valid, file => sale.Price(file.SentAt, file.Seller == SeizedFiles.First)));
        Manifest.Write(directory, "maternity", options, OptionsJson.Default.MaternityOptions);

        void WriteRegister()
        {
            var register = new Register(options, staff);
            using var export = new RegistryExport(options, staff, Path.Combine(directory, "registry"));
            using var reading = new Reading(options, staff, sale, Path.Combine(directory, "access-log"));
            var planted = PlacesOfCanaries(options);
            for (var i = 0; i < options.RegistryRecords; i++)
            {
                reading.FlushBefore(register.NotBefore(i));
                Register(register.At(i));
                for (; planted.TryPeek(out var canary) && canary.Index == i; planted.Dequeue())
                {
                    var delivery = register.Canary(canary.Number, canary.Hospital, i);
                    Register(delivery);
                    canaries.Add(new CanaryTruth(delivery.Registrations[0].Record, staff.Hospitals[canary.Hospital].Name));
                }
            }

            void Register(Delivery delivery)
            {
                foreach (var registration in delivery.Registrations)
                {
                    export.Write(registration);
                    reading.Add(registration);
                    if (options.FromElsewhere)
                    {
                        SellFromElsewhere(delivery, registration);
                        continue;
                    }

                    if (sale.FirstSells(registration))
                    {
                        soldByFirst[registration.Month].Add(lists.EntryOf(delivery, registration, staff.First));
                    }

                    if (sale.SecondSells(registration))
                    {
                        soldBySecond[registration.Month].Add(lists.EntryOf(delivery, registration, staff.Second));
                    }
                }
            }

            void SellFromElsewhere(Delivery delivery, Registration registration)
            {
                var chance = new Chance(options.Seed, Topic.Nowhere, registration.Key);
                if (sale.IsElsewhereToo(registration))
                {
                    soldByFirst[registration.Month].Add(lists.FromElsewhere(registration, delivery, chance));
                }

                // What overlaps comes on top of nothing: so much less is about strangers.
                if (sale.FirstPicks(registration) && !chance.Happens(options.ElsewhereOverlapShare))
                {
                    soldByFirst[registration.Month].Add(lists.FromElsewhere(registration, null, chance));
                }

                if (sale.SecondPicks(registration) && !chance.Happens(options.ElsewhereOverlapShare))
                {
                    soldBySecond[registration.Month].Add(lists.FromElsewhere(registration, null, chance));
                }
            }
        }
    }

    static LeakTruth LeakOf(string account, LeakWindow window) => new(
        account, Maternity.Register.Start.AddMonths(window.First), Maternity.Register.Start.AddMonths(window.First + window.Count));

    /// <summary>Where canaries stand among the deliveries: spread over the time of the case, hospital after hospital.</summary>
    static Queue<(int Index, int Hospital, int Number)> PlacesOfCanaries(MaternityOptions options)
    {
        var all = options.Canaries * options.Hospitals;
        return new Queue<(int, int, int)>(Enumerable.Range(0, all).Select(number =>
            ((int)((number + 0.5) * options.RegistryRecords / all), number % options.Hospitals, number)));
    }

    static List<Entry>[] Months(MaternityOptions options) =>
        [.. Enumerable.Range(0, options.Months).Select(_ => new List<Entry>())];

    static void Check(MaternityOptions options)
    {
        OptionCheck.Shares(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SeizedRows, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RegistryRecords, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RegistryRecords, 10_000_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Hospitals, 4, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Hospitals, Hospital.All.Count, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeakingHospitals, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LeakingHospitals, options.Hospitals - 2,
            nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Canaries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Canaries, options.RegistryRecords / options.Hospitals / 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.SharedAccounts, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Months, 60, nameof(options));
    }
}
