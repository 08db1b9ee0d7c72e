namespace LeakTrace.Synthetic.Seized;

/// <summary>What a seller's list holds beside fresh records; all but the first two for each row.</summary>
sealed record ListShares(
    double Nowhere,
    double EditedDuplicate,
    double DuplicateInFile,
    double DuplicateAcrossFiles,
    double Masked,
    double Titled,
    double Placeholder,
    double Invalid,
    double Unidentifiable);
