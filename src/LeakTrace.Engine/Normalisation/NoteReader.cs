using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Finds identifiers inside free text: identity and waybill numbers (phones: <see cref="PhoneReader.Find"/>).
/// </summary>
static class NoteReader
{
    const int IdLength = 18;
    const int ShortestPrefixedDigits = 9;
    const int ShortestLabelledDigits = 10;
    const int LongestWaybill = 24;

    /// <summary>Finds the first identity number with a right checksum.</summary>
    public static bool FindNationalId(ReadOnlySpan<char> text, out ulong head, out ulong tail)
    {
        for (var at = 0; at + IdLength <= text.Length; at++)
        {
            var length = TokenLength(text[at..], out _);
            if (length == IdLength && NationalIdReader.Read(text.Slice(at, length), out head, out tail)
                && PackedNationalId.KindOf(head) == NationalIdKind.Valid)
            {
                return true;
            }

            at += Math.Max(0, length - 1);
        }

        head = 0;
        tail = 0;
        return false;
    }

    /// <summary>
    /// Finds the first waybill number: a carrier's letters and at least nine digits, or ten digits and more behind 单号.
    /// </summary>
    public static bool FindWaybill(ReadOnlySpan<char> text, out int start, out int length)
    {
        for (start = 0; start < text.Length; start++)
        {
            length = TokenLength(text[start..], out var letters);
            if (length is > 0 and <= LongestWaybill)
            {
                var digits = length - letters;
                var isPrefixed = letters is > 0 and <= 5 && digits >= ShortestPrefixedDigits
                    && IsAllDigits(text.Slice(start + letters, digits));
                var isLabelled = letters == 0 && digits >= ShortestLabelledDigits && IsLabelled(text[..start]);
                if (isPrefixed || isLabelled)
                {
                    return true;
                }
            }

            start += Math.Max(0, length - 1);
        }

        length = 0;
        return false;
    }

    /// <summary>
    /// Length of the run of ASCII letters and digits in front, and of the letters before its first digit.
    /// </summary>
    static int TokenLength(ReadOnlySpan<char> text, out int letters)
    {
        var length = 0;
        letters = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(CharacterFolding.Fold(text[length])))
        {
            letters += letters == length && char.IsAsciiLetter(CharacterFolding.Fold(text[length])) ? 1 : 0;
            length++;
        }

        return length;
    }

    static bool IsAllDigits(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!char.IsAsciiDigit(CharacterFolding.Fold(unit)))
            {
                return false;
            }
        }

        return true;
    }

    static bool IsLabelled(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" :：#是为");
        return before.EndsWith("单号", StringComparison.Ordinal) || before.EndsWith("運單", StringComparison.Ordinal)
            || before.EndsWith("运单", StringComparison.Ordinal) || before.EndsWith("快递", StringComparison.Ordinal);
    }
}
