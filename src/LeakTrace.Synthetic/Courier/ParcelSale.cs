namespace LeakTrace.Synthetic.Courier;

/// <summary>Which waybills the leaking accounts looked up, which of those were sold, and when they were sent.</summary>
sealed class ParcelSale
{
    readonly CourierOptions _options;
    readonly BranchStaff _staff;
    readonly double _soldShare;
    readonly double _readUnsoldShare;
    readonly LeakWindow[] _windows;

    /// <exception cref="ArgumentException">The database is too small for the sale.</exception>
    public ParcelSale(CourierOptions options, BranchStaff staff)
    {
        _options = options;
        _staff = staff;
        _windows =
        [
            .. staff.Leaking.Select(branch =>
                LeakWindow.Draw(options.Batches, options.LeakShare, new Chance(options.Seed, Topic.Leak, branch))),
        ];
        var open = (double)_windows[0].Count / options.Batches;
        _soldShare = Sold(options) / (options.RegistryRecords * open * staff.Leaking.Sum(staff.Share));
        if (_soldShare > 0.9)
        {
            throw new ArgumentException(
                $"RegistryRecords is too small for SeizedRows: {options.RegistryRecords} records " +
                $"for {options.SeizedRows} rows. Ask for more records or fewer rows.", nameof(options));
        }

        _readUnsoldShare = Math.Min(1, _soldShare * Math.Max(0, options.ReadsPerSale - 1) / (1 - _soldShare));
    }

    /// <summary>When a leaking account's seller sends a batch to the broker.</summary>
    public DateTime SellerSends(int batch, int seller)
    {
        var chance = new Chance(_options.Seed, Topic.Sale, -2L - ((batch * 64L) + seller));
        return WaybillRegister.EndOf(batch).AddHours(chance.Between(8, 30)) + chance.Within(TimeSpan.FromHours(1));
    }

    /// <summary>When the broker sends a batch to a buyer, later than every seller.</summary>
    public DateTime BrokerSends(int batch, int buyer)
    {
        var chance = new Chance(_options.Seed, Topic.Sale, -34L - ((batch * 64L) + buyer));
        return WaybillRegister.EndOf(batch).AddHours(32 + chance.Between(1, 40)) + chance.Within(TimeSpan.FromHours(1));
    }

    /// <summary>The batches in which a leaking account sells.</summary>
    public LeakWindow Window(int seller) => _windows[seller];

    /// <summary>Whether a waybill is picked for sale; from elsewhere, somebody else stands in its place.</summary>
    public bool IsPicked(Waybill waybill) =>
        SellerOf(waybill.Branch) is >= 0 and var seller && _windows[seller].Contains(waybill.Batch) &&
            new Chance(_options.Seed, Topic.Sale, 2 * waybill.Key).Happens(_soldShare);

    public bool IsSold(Waybill waybill) => !_options.FromElsewhere && IsPicked(waybill);

    /// <summary>Number of the seller at a branch, -1 where none leaks.</summary>
    public int SellerOf(int branch)
    {
        for (var i = 0; i < _staff.Leaking.Count; i++)
        {
            if (_staff.Leaking[i] == branch)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the account that leaks looked the waybill up.</summary>
    public bool IsRead(Waybill waybill) => IsPicked(waybill) || (_staff.Leaking.Contains(waybill.Branch) &&
        new Chance(_options.Seed, Topic.Sale, (2 * waybill.Key) + 1).Happens(_readUnsoldShare));

    /// <summary>Waybills to sell so that the seized files together get the rows that the options ask for.</summary>
    static double Sold(CourierOptions o)
    {
        var repeats = 1 + o.DuplicateInFileShare + o.DuplicateAcrossFilesShare;
        var junk = 1 + o.PlaceholderShare + o.InvalidShare + o.UnidentifiableShare;
        var between = 1 + o.BlankRowShare + o.RepeatedHeaderShare;
        var sheets = o.Batches * (o.LeakingBranches + 2) *
            (1 - o.HeaderlessShare + o.TitleShare + o.TotalShare + o.RemarkShare);
        var rowsForSale = repeats * junk * between / Math.Max(0.1, 1 - o.NowhereShare);
        return Math.Max(1, o.SeizedRows - sheets) / (rowsForSale * (1 + o.FirstBuyerShare + o.SecondBuyerShare));
    }
}
