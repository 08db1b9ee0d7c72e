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
        WriteRegister();

        var files = new SeizedFiles(options, sale, lists).Make(soldByFirst, soldBySecond);
        foreach (var file in files)
        {
            file.Write(Path.Combine(directory, "seized"));
        }

        CaseTables.WriteDeliveries(directory, files);
        var valid = CaseTruth.Write(directory, files, staff.Accounts(),
            staff.Hospitals.Select(hospital => hospital.Name));
        CaseTables.WritePayments(directory, Money.Of(
            options.Seed, valid, file => sale.Price(file.SentAt, file.Seller == SeizedFiles.First)));
        Manifest.Write(directory, "maternity", options);

        void WriteRegister()
        {
            var register = new Register(options, staff);
            using var export = new RegistryExport(options, staff, Path.Combine(directory, "registry"));
            using var reading = new Reading(options, staff, sale, Path.Combine(directory, "access-log"));
            for (var i = 0; i < options.RegistryRecords; i++)
            {
                reading.FlushBefore(register.NotBefore(i));
                var delivery = register.At(i);
                Register(delivery, delivery.First);
                if (delivery.Second is { } second)
                {
                    Register(delivery, second);
                }
            }

            void Register(Delivery delivery, Registration registration)
            {
                export.Write(registration);
                reading.Add(registration);
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Months, 60, nameof(options));
    }
}
