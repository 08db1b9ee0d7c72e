namespace LeakTrace.Synthetic;

/// <summary>What a resale case is made of. Shares are between 0 and 1.</summary>
public sealed record ResaleOptions
{
    /// <summary>The same seed and options give the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Physical rows below seized/, about; every other size follows from it.</summary>
    public int SeizedRows { get; init; } = 4000;

    /// <summary>Records of a sign-up register that the first lists partly come from; 0 for no register at all.</summary>
    public int RegistryRecords { get; init; }

    /// <summary>Share of the first lists that comes from the register, where there is one.</summary>
    public double RegisteredShare { get; init; } = 0.6;

    /// <summary>Times that a list is sold, 1 to 6.</summary>
    public int Hops { get; init; } = 3;

    /// <summary>Parties at each step of the trade, 2 to 8.</summary>
    public int Parties { get; init; } = 3;

    /// <summary>Rounds of trade, one every ten days.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Share of the forwarded files that two received ones are mixed into.</summary>
    public double MixedShare { get; init; } = 0.4;

    /// <summary>Share of the forwarded files that take only a part of what was received.</summary>
    public double PartialShare { get; init; } = 0.5;

    /// <summary>How much of a received list such a file takes, at least; at most nine tenths.</summary>
    public double LeastPartShare { get; init; } = 0.35;

    /// <summary>Share of the forwarded files that are sorted anew.</summary>
    public double SortedShare { get; init; } = 0.4;

    /// <summary>Rows of its own that a party adds to a forwarded file, for each row.</summary>
    public double OwnShare { get; init; } = 0.1;

    /// <summary>Share of the files that a party sells to a second buyer, too.</summary>
    public double SecondBuyerShare { get; init; } = 0.25;

    /// <summary>Share of the files that are forwarded as they are, byte by byte.</summary>
    public double VerbatimShare { get; init; } = 0.1;

    /// <summary>Share of the rows that somebody edits on purpose at each step.</summary>
    public double EditedShare { get; init; } = 0.03;

    /// <summary>People whom two first lists have, for each row.</summary>
    public double CommonShare { get; init; } = 0.02;

    /// <summary>Whether deliveries are known (deliveries.csv).</summary>
    public bool Deliveries { get; init; } = true;

    /// <summary>Share of the files that were sent and not found.</summary>
    public double UnseizedFileShare { get; init; }

    /// <summary>Share of the rows with a wrong digit in the phone, at each step.</summary>
    public double PhoneSubstitutionShare { get; init; } = 0.01;

    /// <summary>Share of the rows with two digits of the phone exchanged.</summary>
    public double PhoneTranspositionShare { get; init; } = 0.005;

    /// <summary>Share of the rows with a digit of the phone lost.</summary>
    public double PhoneTruncationShare { get; init; } = 0.002;

    /// <summary>Share of the rows with a wrong character in the name.</summary>
    public double NameErrorShare { get; init; } = 0.015;

    /// <summary>Share of the sheets in traditional characters.</summary>
    public double TraditionalShare { get; init; } = 0.02;

    /// <summary>Share of the sheets with full-width letters and digits.</summary>
    public double FullWidthShare { get; init; } = 0.02;

    /// <summary>Share of the sheets without a header row.</summary>
    public double HeaderlessShare { get; init; } = 0.06;

    /// <summary>Share of the sheets with a title above the header.</summary>
    public double TitleShare { get; init; } = 0.25;

    /// <summary>Blank rows, for each row.</summary>
    public double BlankRowShare { get; init; } = 0.005;

    /// <summary>Repeated headers, for each row.</summary>
    public double RepeatedHeaderShare { get; init; } = 0.003;

    /// <summary>Share of the sheets that end in a total.</summary>
    public double TotalShare { get; init; } = 0.15;

    /// <summary>Share of the sheets that end in a remark.</summary>
    public double RemarkShare { get; init; } = 0.05;

    /// <summary>Yuan for a row at the first sale.</summary>
    public decimal FirstPrice { get; init; } = 1;

    /// <summary>Yuan that every further sale adds.</summary>
    public decimal MarkUp { get; init; } = 1.5m;
}
