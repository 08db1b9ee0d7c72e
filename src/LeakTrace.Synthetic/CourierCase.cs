using LeakTrace.Synthetic.Courier;
using LeakTrace.Synthetic.Seized;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic;

/// <summary>
/// A courier company's leak: insiders on the shared look-up accounts of several branches sell waybills to a broker, who
/// sells them to
/// two buyers.
/// </summary>
public static class CourierCase
{
    /// <summary>Writes the case folder, and the truth about it to <see cref="CaseTruth.DirectoryFor"/>.</summary>
    /// <exception cref="ArgumentException">
    /// Options out of range, a folder that is not empty, or a database too small for the sale.
    /// </exception>
    public static void Write(string directory, CourierOptions options)
    {
        Check(options);
        OptionCheck.IsFree(directory);
        var staff = new BranchStaff(options);
        var sale = new ParcelSale(options, staff);
        var lists = new ParcelLists(options, staff);
        var sold = new Dictionary<(int Branch, int Batch), List<Entry>>();
        var canaries = new List<CanaryTruth>();
        WriteRegister();

        var sources = staff.Branches.Select(branch => branch.Name);
        sources = options.PlatformShare > 0 ? sources.Append(WaybillExport.Platform) : sources;
        var files = new ParcelFiles(options, sale, lists, staff.Leaking.Count)
            .Make((seller, batch) => sold.GetValueOrDefault((staff.Leaking[seller], batch), []));
        foreach (var file in files)
        {
            file.Write(Path.Combine(directory, "seized"));
        }

        CaseTables.WriteDeliveries(directory, files);
        var truth = new CaseTruth(directory);
        var valid = truth.Write(files, staff.Accounts(), sources);
        truth.WriteCanaries(files, canaries);
        truth.WriteLeaks(options.FromElsewhere ? [] : staff.Leaking.Select((branch, seller) => LeakOf(staff.LookUp(branch), sale.Window(seller))));
        CaseTables.WritePayments(directory, Money.Of(
            options.Seed, valid, file => file.Buyer == ParcelFiles.Broker ? options.SellerPrice : options.BuyerPrice));
        Manifest.Write(directory, "courier", options, OptionsJson.Default.CourierOptions);

        void WriteRegister()
        {
            var register = new WaybillRegister(options, staff);
            using var export = new WaybillExport(options, staff, Path.Combine(directory, "registry"));
            using var reading = new ParcelReading(options, staff, sale, Path.Combine(directory, "access-log"));
            var planted = PlacesOfCanaries(options);
            for (var i = 0; i < options.RegistryRecords; i++)
            {
                reading.FlushBefore(register.NotBefore(i));
                Register(register.At(i));
                for (; planted.TryPeek(out var canary) && canary.Index == i; planted.Dequeue())
                {
                    var waybill = register.Canary(canary.Number, canary.Branch, i);
                    Register(waybill);
                    canaries.Add(new CanaryTruth(waybill.Number, staff.Branches[canary.Branch].Name));
                }
            }

            void Register(Waybill waybill)
            {
                export.Write(waybill);
                reading.Add(waybill);
                if (sale.IsPicked(waybill))
                {
                    var key = (waybill.Branch, waybill.Batch);
                    var entry = options.FromElsewhere
                        ? lists.FromElsewhere(waybill, new Chance(options.Seed, Topic.Nowhere, waybill.Key)) : lists.EntryOf(waybill);
                    (sold.TryGetValue(key, out var batch) ? batch : sold[key] = []).Add(entry);
                }
            }
        }
    }

    static LeakTruth LeakOf(string account, LeakWindow window) => new(
        account, window.First == 0 ? WaybillRegister.Start : WaybillRegister.EndOf(window.First - 1),
        WaybillRegister.EndOf(window.First + window.Count - 1));

    /// <summary>Where canaries stand among the waybills: spread over the time of the case, branch after branch.</summary>
    static Queue<(int Index, int Branch, int Number)> PlacesOfCanaries(CourierOptions options)
    {
        var all = options.Canaries * options.Branches;
        return new Queue<(int, int, int)>(Enumerable.Range(0, all).Select(number =>
            ((int)((number + 0.5) * options.RegistryRecords / all), number % options.Branches, number)));
    }

    static void Check(CourierOptions options)
    {
        OptionCheck.Shares(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SeizedRows, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RegistryRecords, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RegistryRecords, 10_000_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Branches, 6, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Branches, Branch.All.Count, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeakingBranches, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LeakingBranches, options.Branches - 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Batches, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Batches, 100, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Terminals, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Canaries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Canaries, options.RegistryRecords / options.Branches / 2, nameof(options));
    }
}
