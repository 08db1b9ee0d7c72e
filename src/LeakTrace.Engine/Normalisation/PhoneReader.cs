using System.Buffers;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Reads phone cells: what is a number in them, and of which kind.</summary>
public static class PhoneReader
{
    /// <summary>Most numbers read from one cell.</summary>
    public const int MaxPhones = 4;

    const int StackLimit = 256;

    /// <summary>
    /// Reads the numbers of a cell as <see cref="PackedPhone"/>, in order, well-formed ones before malformed ones,
    /// without repetition.
    /// Malformed and placeholder numbers are kept with their kind.
    /// </summary>
    /// <param name="cell">Any text.</param>
    /// <param name="phones">Room for up to <see cref="MaxPhones"/> numbers; what does not fit is left out.</param>
    /// <returns>Number of phones written.</returns>
    public static int Read(ReadOnlySpan<char> cell, Span<ulong> phones)
    {
        if (phones.IsEmpty)
        {
            return 0;
        }

        if (cell.Length == 11)
        {
            var plain = ReadPlain(cell);
            if (plain != 0)
            {
                phones[0] = plain;
                return 1;
            }
        }

        return ReadAny(cell, phones, inText: false);
    }

    /// <summary>Finds the well-formed numbers inside free text, where digits may be anything else too.</summary>
    internal static int Find(ReadOnlySpan<char> text, Span<ulong> phones) =>
        phones.IsEmpty ? 0 : ReadAny(text, phones, inText: true);

    /// <summary>
    /// A cell of exactly eleven ASCII digits that begin 13 to 19, or zero: nearly all of an export's.
    /// </summary>
    internal static ulong ReadPlain(ReadOnlySpan<char> cell)
    {
        ulong digits = 0;
        uint invalid = 0;
        foreach (var unit in cell)
        {
            var digit = (uint)(unit - '0');
            invalid |= digit > 9 ? 1u : 0u;
            digits = (digits << 4) | (digit & 0xF);
        }

        var plain = invalid == 0 && cell[0] == '1' && cell[1] >= '3';
        var kind = PhonePatterns.IsPlaceholder(digits) ? PhoneKind.Placeholder : PhoneKind.Mobile;
        return plain ? PackedPhone.Pack(digits, 11, kind) : 0;
    }

    static int ReadAny(ReadOnlySpan<char> cell, Span<ulong> phones, bool inText)
    {
        cell = CharacterFolding.Trim(cell);
        if (cell.IsEmpty)
        {
            return 0;
        }

        if (!inText && ScientificNumber.Read(cell, out var mantissa, out var known, out var length)
            && length is >= 7 and <= 12)
        {
            phones[0] = FromScientific(mantissa, known, length);
            return phones[0] == 0 ? 0 : 1;
        }

        char[]? rented = null;
        var symbols = cell.Length <= StackLimit
            ? stackalloc char[StackLimit]
            : (rented = ArrayPool<char>.Shared.Rent(cell.Length));
        try
        {
            var count = PhoneSymbols.Write(cell, symbols);
            return new PhoneScanner(symbols[..count], phones, inText).Scan();
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }

    /// <summary>1.38E+10: the digits of the mantissa are known, the others are not, whatever they look like.</summary>
    static ulong FromScientific(ulong mantissa, int known, int length)
    {
        Span<char> symbols = stackalloc char[12];
        symbols.Fill(PackedName.Wildcard);
        for (var i = Math.Min(known, length) - 1; i >= 0; i--)
        {
            symbols[i] = (char)('0' + (mantissa >> (4 * (known - 1 - i)) & 0xF));
        }

        var classified = PhonePatterns.Classify(symbols[..length]);
        return classified != 0 ? classified : PhonePatterns.Pack(symbols[..length], PhoneKind.Malformed);
    }
}
