namespace LeakTrace.Synthetic.Maternity;

/// <summary>A mother's delivery, the unit of counting, with its one or two registrations.</summary>
sealed record Delivery(string Unit, string Person, Registration First, Registration? Second);
