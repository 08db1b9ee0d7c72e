namespace LeakTrace.Engine.Records;

/// <summary>
/// Something that is the user's to mend: the call, the case or an input. The message names the place, what was found and the remedy,
/// never cell contents. Any other exception is a defect of ours.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Creates an exception without a message; for serializers.</summary>
    public InputException()
    {
    }

    /// <summary>Creates an exception with what was found and what to do.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with what was found and what to do, and its cause.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
