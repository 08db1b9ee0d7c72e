namespace LeakTrace.Synthetic;

/// <summary>What a courier case is made of. Shares are between 0 and 1.</summary>
public sealed record CourierOptions
{
    /// <summary>The same seed and options give the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Physical rows below seized/, about; every other size follows from it.</summary>
    public int SeizedRows { get; init; } = 4000;

    /// <summary>Waybills in the database.</summary>
    public int RegistryRecords { get; init; } = 40000;

    /// <summary>Branches, 6 to 24; their sizes fall like one over rank.</summary>
    public int Branches { get; init; } = 16;

    /// <summary>Branches whose shared look-up account leaks; never the largest.</summary>
    public int LeakingBranches { get; init; } = 4;

    /// <summary>Files each seller sends, one every half month from January 2021.</summary>
    public int Batches { get; init; } = 12;

    /// <summary>Share of the waybills to somebody who got an earlier parcel.</summary>
    public double RepeatedRecipientShare { get; init; } = 0.15;

    /// <summary>Share of the waybills sent by shops, of which there are few; the rest are from people.</summary>
    public double ShopShare { get; init; } = 0.8;

    /// <summary>
    /// Share of the waybills that also stand in the order register of a shop platform, each with mistakes of its own.
    /// </summary>
    public double PlatformShare { get; init; }

    /// <summary>Canaries planted in each branch's waybills: parcels to people who do not exist.</summary>
    public int Canaries { get; init; }

    /// <summary>Share of the batches in which each leaking account sells: one run of batches, begun by chance.</summary>
    public double LeakShare { get; init; } = 1;

    /// <summary>Whether all that was sold comes from elsewhere: no branch and no account of the case leaked.</summary>
    public bool FromElsewhere { get; init; }

    /// <summary>Records an insider looks up for each that is sold.</summary>
    public double ReadsPerSale { get; init; } = 3;

    /// <summary>Share of an insider's look-ups that the branch's other look-up account makes too.</summary>
    public double ColleagueShare { get; init; } = 0.5;

    /// <summary>Share of the sold records that a supervisor looks up again after the sale.</summary>
    public double SupervisorShare { get; init; } = 0.8;

    /// <summary>Look-ups of each waybill by ordinary accounts of its branch, on average, at most 1.</summary>
    public double OrdinaryReads { get; init; } = 0.35;

    /// <summary>Look-ups of waybills of other branches: misrouted parcels, complaints; for each waybill.</summary>
    public double ForeignReadShare { get; init; } = 0.05;

    /// <summary>Whether a backup account reads every record.</summary>
    public bool Backup { get; init; } = true;

    /// <summary>Devices that each branch's shared look-up account is used on; above 1, the log names devices.</summary>
    public int Terminals { get; init; } = 1;

    /// <summary>Share of the access-log entries that are lost.</summary>
    public double LostLogShare { get; init; } = 0.25;

    /// <summary>Share of the files that were sent and not found.</summary>
    public double UnseizedFileShare { get; init; }

    /// <summary>Share of the rows that the broker sells to the first buyer.</summary>
    public double FirstBuyerShare { get; init; } = 0.65;

    /// <summary>
    /// Share of the rows that the broker sells to the second buyer, those sold to the first among them.
    /// </summary>
    public double SecondBuyerShare { get; init; } = 0.4;

    /// <summary>Share of the sold rows that are in no register.</summary>
    public double NowhereShare { get; init; } = 0.05;

    /// <summary>Rows repeated within a file, for each row.</summary>
    public double DuplicateInFileShare { get; init; } = 0.02;

    /// <summary>Rows sent again in a later file, for each row.</summary>
    public double DuplicateAcrossFilesShare { get; init; } = 0.03;

    /// <summary>Share of the repeated rows that somebody edited in between.</summary>
    public double EditedDuplicateShare { get; init; } = 0.4;

    /// <summary>Share of the rows with a wrong digit in the phone.</summary>
    public double PhoneSubstitutionShare { get; init; } = 0.006;

    /// <summary>Share of the rows with two digits of the phone exchanged.</summary>
    public double PhoneTranspositionShare { get; init; } = 0.003;

    /// <summary>Share of the rows with a digit of the phone lost.</summary>
    public double PhoneTruncationShare { get; init; } = 0.003;

    /// <summary>Share of the rows with a wrong character in the name.</summary>
    public double NameErrorShare { get; init; } = 0.01;

    /// <summary>Share of the rows with a date one day off.</summary>
    public double DateErrorShare { get; init; } = 0.005;

    /// <summary>Share of the rows that lost their branch.</summary>
    public double DroppedBranchShare { get; init; } = 0.02;

    /// <summary>Share of the rows with name and phone masked.</summary>
    public double MaskedShare { get; init; } = 0.15;

    /// <summary>Share of the sheets in traditional characters.</summary>
    public double TraditionalShare { get; init; } = 0.03;

    /// <summary>Share of the sheets with full-width letters and digits.</summary>
    public double FullWidthShare { get; init; } = 0.03;

    /// <summary>Share of the sheets with branches by their short names.</summary>
    public double ShortBranchShare { get; init; } = 0.3;

    /// <summary>Share of the sheets without a header row.</summary>
    public double HeaderlessShare { get; init; } = 0.06;

    /// <summary>Share of the sheets with a title above the header.</summary>
    public double TitleShare { get; init; } = 0.25;

    /// <summary>Placeholder rows (测试, 13800138000), for each row.</summary>
    public double PlaceholderShare { get; init; } = 0.004;

    /// <summary>Rows with malformed numbers only, for each row.</summary>
    public double InvalidShare { get; init; } = 0.005;

    /// <summary>Rows that identify nobody, for each row.</summary>
    public double UnidentifiableShare { get; init; } = 0.005;

    /// <summary>Blank rows, for each row.</summary>
    public double BlankRowShare { get; init; } = 0.008;

    /// <summary>Repeated headers, for each row.</summary>
    public double RepeatedHeaderShare { get; init; } = 0.004;

    /// <summary>Share of the sheets that end in a total.</summary>
    public double TotalShare { get; init; } = 0.15;

    /// <summary>Share of the sheets that end in a remark.</summary>
    public double RemarkShare { get; init; } = 0.08;

    /// <summary>Yuan that the broker pays for a valid row.</summary>
    public decimal SellerPrice { get; init; } = 1.5m;

    /// <summary>Yuan that a buyer pays the broker for a valid row.</summary>
    public decimal BuyerPrice { get; init; } = 3;
}
