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
        WriteRegister();

        var files = new ParcelFiles(options, sale, lists, staff.Leaking.Count)
            .Make((seller, batch) => sold.GetValueOrDefault((staff.Leaking[seller], batch), []));
        foreach (var file in files)
        {
            file.Write(Path.Combine(directory, "seized"));
        }

        CaseTables.WriteDeliveries(directory, files);
        var valid = CaseTruth.Write(directory, files, staff.Accounts(), staff.Branches.Select(branch => branch.Name));
        CaseTables.WritePayments(directory, Money.Of(
            options.Seed, valid, file => file.Buyer == ParcelFiles.Broker ? options.SellerPrice : options.BuyerPrice));
        Manifest.Write(directory, "courier", options);

        void WriteRegister()
        {
            var register = new WaybillRegister(options, staff);
            using var export = new WaybillExport(options, staff, Path.Combine(directory, "registry"));
            using var reading = new ParcelReading(options, staff, sale, Path.Combine(directory, "access-log"));
            for (var i = 0; i < options.RegistryRecords; i++)
            {
                reading.FlushBefore(register.NotBefore(i));
                var waybill = register.At(i);
                export.Write(waybill);
                reading.Add(waybill);
                if (sale.IsSold(waybill))
                {
                    var key = (waybill.Branch, waybill.Batch);
                    (sold.TryGetValue(key, out var batch) ? batch : sold[key] = []).Add(lists.EntryOf(waybill));
                }
            }
        }
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
    }
}
