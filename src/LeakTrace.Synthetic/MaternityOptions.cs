namespace LeakTrace.Synthetic;

/// <summary>What a maternity case is made of. Shares are between 0 and 1.</summary>
public sealed record MaternityOptions
{
    /// <summary>The same seed and options give the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Physical rows below seized/, about; every other size follows from it.</summary>
    public int SeizedRows { get; init; } = 4000;

    /// <summary>Deliveries in the registers; second registrations come on top.</summary>
    public int RegistryRecords { get; init; } = 40000;

    /// <summary>Hospitals, 4 to 16; their sizes fall like one over rank.</summary>
    public int Hospitals { get; init; } = 12;

    /// <summary>Hospitals that the head-office insider mostly sells from; never the largest.</summary>
    public int LeakingHospitals { get; init; } = 4;

    /// <summary>Months that the sale goes on, from January 2019; one file a month and seller.</summary>
    public int Months { get; init; } = 36;

    /// <summary>Share of the deliveries that are registered at two hospitals, each with its own mistakes.</summary>
    public double TwoHospitalShare { get; init; } = 0.04;

    /// <summary>Share of those that are registered at a third hospital too, with mistakes of its own.</summary>
    public double ThirdHospitalShare { get; init; }

    /// <summary>Share of the further registrations that repeat the first one without any difference.</summary>
    public double AlikeCopyShare { get; init; }

    /// <summary>Canaries planted in each hospital's register: people who do not exist and stand nowhere else.</summary>
    public int Canaries { get; init; }

    /// <summary>Share of the deliveries by a mother who delivered before, at least fourteen months earlier.</summary>
    public double SecondDeliveryShare { get; init; } = 0.02;

    /// <summary>Share of the registrations with an identity number.</summary>
    public double NationalIdShare { get; init; } = 0.8;

    /// <summary>Share of the registrations without a phone.</summary>
    public double MissingPhoneShare { get; init; } = 0.01;

    /// <summary>
    /// Share of the sold people who are the second insider's own, at the hospital where that account is posted.
    /// </summary>
    public double SecondInsiderShare { get; init; } = 0.25;

    /// <summary>Share of the months in which the first insider sells: one run of months, begun by chance.</summary>
    public double FirstLeakShare { get; init; } = 1;

    /// <summary>Share of the months in which the second insider sells own records: one run of months.</summary>
    public double SecondLeakShare { get; init; } = 1;

    /// <summary>Whether all that was sold comes from elsewhere: no register and no account of the case leaked.</summary>
    public bool FromElsewhere { get; init; }

    /// <summary>Share of what comes from elsewhere that is about people who happen to be in a register, too.</summary>
    public double ElsewhereOverlapShare { get; init; }

    /// <summary>Share of the first insider's sales from the leaking hospitals; the rest is from all others.</summary>
    public double MainHospitalShare { get; init; } = 0.92;

    /// <summary>Records an insider reads for each that is sold.</summary>
    public double ReadsPerSale { get; init; } = 3;

    /// <summary>Share of an insider's reads that each colleague reads too.</summary>
    public double ColleagueShare { get; init; } = 0.5;

    /// <summary>Share of the sold records that the supervisor reads again after the sale.</summary>
    public double SupervisorShare { get; init; } = 0.8;

    /// <summary>Reads of each registration by ordinary accounts of its hospital, on average, at most 2.</summary>
    public double OrdinaryReads { get; init; } = 1.2;

    /// <summary>Whether a backup account reads every record.</summary>
    public bool Backup { get; init; } = true;

    /// <summary>
    /// Clerks' accounts that several people share, each on a device of their own; above 0, logs name devices.
    /// </summary>
    public int SharedAccounts { get; init; }

    /// <summary>Share of the access-log entries that are lost.</summary>
    public double LostLogShare { get; init; } = 0.25;

    /// <summary>Share of the first insider's rows that the second forwards.</summary>
    public double ForwardedShare { get; init; } = 0.96;

    /// <summary>Share of the files that were sent and not found.</summary>
    public double UnseizedFileShare { get; init; }

    /// <summary>Share of the months in which the second insider forwards the first one's file as it is.</summary>
    public double VerbatimForwardShare { get; init; } = 0.25;

    /// <summary>Share of the buyer's files of which a second copy lies on another exhibit.</summary>
    public double CopiedFileShare { get; init; } = 0.05;

    /// <summary>Share of the sold rows that are about people in no register.</summary>
    public double NowhereShare { get; init; } = 0.05;

    /// <summary>Rows repeated within a file, for each row.</summary>
    public double DuplicateInFileShare { get; init; } = 0.02;

    /// <summary>Rows sent again in a later month, for each row.</summary>
    public double DuplicateAcrossFilesShare { get; init; } = 0.03;

    /// <summary>Share of the repeated rows that somebody edited in between.</summary>
    public double EditedDuplicateShare { get; init; } = 0.4;

    /// <summary>Share of the rows with a wrong digit in the phone.</summary>
    public double PhoneSubstitutionShare { get; init; } = 0.012;

    /// <summary>Share of the rows with two digits of the phone exchanged.</summary>
    public double PhoneTranspositionShare { get; init; } = 0.006;

    /// <summary>Share of the rows with a digit of the phone lost.</summary>
    public double PhoneTruncationShare { get; init; } = 0.003;

    /// <summary>Share of the rows with a wrong character in the name.</summary>
    public double NameErrorShare { get; init; } = 0.015;

    /// <summary>Share of the rows with a date one day off.</summary>
    public double DateErrorShare { get; init; } = 0.01;

    /// <summary>Share of the rows that lost their hospital.</summary>
    public double DroppedHospitalShare { get; init; } = 0.02;

    /// <summary>Share of the sheets with hospitals by their short names.</summary>
    public double ShortHospitalShare { get; init; } = 0.25;

    /// <summary>Share of the rows whose name carries a title (女士).</summary>
    public double TitledNameShare { get; init; } = 0.03;

    /// <summary>Share of the rows with name and phone masked.</summary>
    public double MaskedShare { get; init; } = 0.02;

    /// <summary>Share of the sheets in traditional characters.</summary>
    public double TraditionalShare { get; init; } = 0.04;

    /// <summary>Share of the sheets with full-width letters and digits.</summary>
    public double FullWidthShare { get; init; } = 0.03;

    /// <summary>Share of the sheets with the child as mother's name + 之子 and no column for the mother.</summary>
    public double BabyNameShare { get; init; } = 0.08;

    /// <summary>Share of the sheets without a header row.</summary>
    public double HeaderlessShare { get; init; } = 0.06;

    /// <summary>Share of the sheets with a title above the header.</summary>
    public double TitleShare { get; init; } = 0.35;

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
    public double TotalShare { get; init; } = 0.2;

    /// <summary>Share of the sheets that end in a remark.</summary>
    public double RemarkShare { get; init; } = 0.1;

    /// <summary>Yuan for a valid row at first.</summary>
    public decimal FirstPrice { get; init; } = 8;

    /// <summary>Yuan for a valid row later.</summary>
    public decimal LaterPrice { get; init; } = 5;

    /// <summary>Share of the months at the first price.</summary>
    public double FirstPriceShare { get; init; } = 0.4;

    /// <summary>Share of a row's price that the second insider passes on for a row of the first.</summary>
    public double PassedOnShare { get; init; } = 0.5;
}
