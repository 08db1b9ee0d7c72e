namespace LeakTrace.Cases;

/// <summary>Value of a parameter of a statement.</summary>
/// <param name="Name">Its name, without the sign in front.</param>
/// <param name="Value">The value: a text, an integer or bytes.</param>
readonly record struct SqlValue(string Name, object Value);
