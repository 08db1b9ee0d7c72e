namespace LeakTrace.Synthetic.Calls;

/// <summary>A call on an agent's phone.</summary>
/// <param name="Agent">Whose phone.</param>
/// <param name="Other">The number at the other end.</param>
/// <param name="At">When.</param>
/// <param name="Seconds">How long.</param>
/// <param name="Kind">Why.</param>
/// <param name="Record">Admission that it follows, empty where none.</param>
/// <param name="Hospital">Hospital of that admission, -1 where none.</param>
sealed record Call(int Agent, string Other, DateTime At, int Seconds, CallKind Kind, string Record = "", int Hospital = -1);
