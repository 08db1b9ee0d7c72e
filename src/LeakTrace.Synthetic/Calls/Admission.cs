namespace LeakTrace.Synthetic.Calls;

/// <summary>An admission as a hospital's register has it; <see cref="Called"/> is the number that really reaches the patient.</summary>
sealed record Admission(
    string Record, int Hospital, string Name, string Called, string Phone, string Ward, DateTime At);
