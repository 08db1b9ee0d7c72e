namespace LeakTrace.Synthetic.Maternity;

/// <summary>Which registrations the insiders read, which of those they sold, and when they sent them.</summary>
sealed class Sale
{
    readonly MaternityOptions _options;
    readonly Staff _staff;
    readonly double _mainShare;
    readonly double _restShare;
    readonly double _postShare;
    readonly double _firstReadsUnsold;
    readonly double _secondReadsUnsold;
    readonly double _overlap;

    /// <exception cref="ArgumentException">The registers are too small for the sale.</exception>
    public Sale(MaternityOptions options, Staff staff)
    {
        _options = options;
        _staff = staff;
        var size = SaleSize.Of(options);
        FirstWindow = LeakWindow.Draw(
            options.Months, options.FirstLeakShare, new Chance(options.Seed, Topic.Leak, 1));
        SecondWindow = LeakWindow.Draw(
            options.Months, options.SecondLeakShare, new Chance(options.Seed, Topic.Leak, 2));
        var registrations = options.RegistryRecords *
            (1 + (options.TwoHospitalShare * (1 + options.ThirdHospitalShare)));
        var leaking = staff.Leaking.Sum(staff.Share);
        var firstShare = (double)FirstWindow.Count / options.Months;
        var secondShare = (double)SecondWindow.Count / options.Months;
        _mainShare = size.First * options.MainHospitalShare / (registrations * firstShare * leaking);
        _restShare = size.First * (1 - options.MainHospitalShare) / (registrations * firstShare * (1 - leaking));
        _postShare = size.Second / (registrations * secondShare * staff.Share(staff.Post));
        _overlap = options.FromElsewhere
            ? Math.Min(1, (size.First + size.Second) * options.ElsewhereOverlapShare / registrations) : 0;
        if (Math.Max(_mainShare, _postShare) > 0.9)
        {
            throw new ArgumentException(
                $"RegistryRecords is too small for SeizedRows: {options.RegistryRecords} records " +
                $"for {options.SeizedRows} rows. Ask for more records or fewer rows.", nameof(options));
        }

        var unsold = Math.Max(0, options.ReadsPerSale - 1);
        _firstReadsUnsold = Math.Min(1, size.First * unsold / (registrations - size.First));
        _secondReadsUnsold = Math.Min(1, _postShare * unsold / (1 - _postShare));
    }

    /// <summary>The months in which the first insider sells.</summary>
    public LeakWindow FirstWindow { get; }

    /// <summary>The months in which the second insider sells own records.</summary>
    public LeakWindow SecondWindow { get; }

    /// <summary>When the first insider sends a month's file.</summary>
    public DateTime FirstSends(int month)
    {
        var chance = new Chance(_options.Seed, Topic.Sale, -2L - (2 * month));
        var morning = Register.Start.AddMonths(month + 1).AddDays(chance.Between(1, 4)).AddHours(9);
        return morning + chance.Within(TimeSpan.FromHours(12));
    }

    /// <summary>When the second insider sends a month's files on, always later than <see cref="FirstSends"/>.</summary>
    public DateTime SecondSends(int month)
    {
        var chance = new Chance(_options.Seed, Topic.Sale, -3L - (2 * month));
        return FirstSends(month).AddHours(chance.Between(14, 60)) + chance.Within(TimeSpan.FromHours(1));
    }

    /// <summary>Yuan for a valid row; the second insider keeps a part of it when it came from the first.</summary>
    public decimal Price(DateTime sentAt, bool isFirst)
    {
        var change = Register.Start.AddMonths((int)Math.Round(_options.Months * _options.FirstPriceShare) + 1);
        var price = sentAt < change ? _options.FirstPrice : _options.LaterPrice;
        return isFirst ? price * (decimal)_options.PassedOnShare : price;
    }

    /// <summary>Whether the first insider picks a registration for sale; from elsewhere, somebody else stands in its place.</summary>
    public bool FirstPicks(Registration registration) => FirstWindow.Contains(registration.Month) &&
        new Chance(_options.Seed, Topic.Sale, 4 * registration.Key)
            .Happens(_staff.Leaking.Contains(registration.Hospital) ? _mainShare : _restShare);

    public bool SecondPicks(Registration registration) =>
        registration.Hospital == _staff.Post && SecondWindow.Contains(registration.Month) &&
            new Chance(_options.Seed, Topic.Sale, (4 * registration.Key) + 1).Happens(_postShare);

    public bool FirstSells(Registration registration) => !_options.FromElsewhere && FirstPicks(registration);

    public bool SecondSells(Registration registration) => !_options.FromElsewhere && SecondPicks(registration);

    /// <summary>Whether a list from elsewhere happens to have this person, too, whoever reads the registration.</summary>
    public bool IsElsewhereToo(Registration registration) =>
        _overlap > 0 && new Chance(_options.Seed, Topic.Leak, 16 + registration.Key).Happens(_overlap);

    public bool FirstReads(Registration registration) => FirstPicks(registration) ||
        new Chance(_options.Seed, Topic.Sale, (4 * registration.Key) + 2).Happens(_firstReadsUnsold);

    public bool SecondReads(Registration registration) =>
        SecondPicks(registration) || (registration.Hospital == _staff.Post &&
        new Chance(_options.Seed, Topic.Sale, (4 * registration.Key) + 3).Happens(_secondReadsUnsold));
}
