namespace LeakTrace.Synthetic.Seized;

/// <summary>How often retyping a row goes wrong, by mistake.</summary>
sealed record RetypingShares(
    double PhoneSubstitution,
    double PhoneTransposition,
    double PhoneTruncation,
    double Name,
    double Date,
    double DroppedInstitution);
