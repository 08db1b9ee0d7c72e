namespace LeakTrace.Reports.Tables;

/// <summary>Writes numbers with six significant digits, in plain notation at any size, so that every reader takes them for numbers.</summary>
static class SignificantDigits
{
    const int Count = 6;

    // A number below this is written with fewer significant digits: nothing here is told apart by its twentieth decimal.
    const int MostDecimals = 20;

    /// <summary>Characters that any number takes at most.</summary>
    public const int MostCharacters = 340;

    static readonly string[] _formats = [.. Enumerable.Range(0, MostDecimals + 1).Select(decimals => $"F{decimals}")];

    /// <summary>Writes a finite number and returns the number of bytes, all ASCII.</summary>
    public static int Write(double number, Span<byte> destination)
    {
        if (number == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        var decimals = Math.Clamp(Count - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, MostDecimals);
        number.TryFormat(destination, out var length, _formats[decimals], System.Globalization.CultureInfo.InvariantCulture);
        if (decimals > 0)
        {
            length = destination[..length].LastIndexOfAnyExcept((byte)'0') + 1;
            length -= destination[length - 1] == '.' ? 1 : 0;
        }

        // What rounds to nothing keeps no sign.
        if (length == 2 && destination[0] == '-' && destination[1] == '0')
        {
            destination[0] = (byte)'0';
            return 1;
        }

        return length;
    }
}
