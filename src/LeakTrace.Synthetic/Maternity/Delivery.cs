namespace LeakTrace.Synthetic.Maternity;

/// <summary>A mother's delivery, the unit of counting, with its registrations: one, seldom two or three.</summary>
sealed record Delivery(string Unit, string Person, IReadOnlyList<Registration> Registrations);
