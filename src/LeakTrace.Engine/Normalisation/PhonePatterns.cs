using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Which runs of digits and masks (<c>*</c>) are phone numbers of the Chinese numbering plan.</summary>
static class PhonePatterns
{
    const int MobileLength = 11;

    /// <summary>Fewest known digits that make a masked number worth keeping.</summary>
    const int FewestKnown = 3;

    /// <summary>
    /// Whether eleven digits (nibbles) are an obvious dummy. Only numbers that nobody can hold or everybody types are
    /// listed;
    /// a merely memorable number (13888888888) belongs to somebody.
    /// </summary>
    public static bool IsPlaceholder(ulong digits) => digits switch
    {
        0x138_0013_8000 or 0x130_0000_0000 or 0x138_0000_0000 or 0x100_0000_0000 => true,
        0x123_4567_8901 or 0x012_3456_7890 or 0x123_4567_8910 => true,
        _ => digits == (digits & 0xF) * 0x111_1111_1111,
    };

    /// <summary>
    /// Packs a run that is a well-formed, masked or dummy number, with or without country code; zero otherwise.
    /// </summary>
    public static ulong Classify(ReadOnlySpan<char> run)
    {
        var plain = ClassifyNational(run);
        if (plain != 0)
        {
            return plain;
        }

        var rest = run.StartsWith("0086", StringComparison.Ordinal) ? run[4..]
            : run.StartsWith("86", StringComparison.Ordinal) ? run[2..]
            : run;
        if (rest.Length is > MobileLength - 2 and <= MobileLength + 2 && rest.Length < run.Length)
        {
            plain = ClassifyNational(rest);
            if (plain != 0 || rest[0] == '0')
            {
                return plain;
            }

            // +86 21 …: abroad, the area code is dialled without its zero.
            Span<char> dialled = stackalloc char[MobileLength + 3];
            dialled[0] = '0';
            rest.CopyTo(dialled[1..]);
            return ClassifyLandline(dialled[..(rest.Length + 1)]);
        }

        return 0;
    }

    /// <summary>
    /// Stretches or shrinks the one masked part of a run to make eleven digits: writers of 138**1234 count no
    /// asterisks. Zero where that cannot be.
    /// </summary>
    public static ulong Stretch(ReadOnlySpan<char> run)
    {
        var first = run.IndexOfAny('*', PhoneSymbols.Open);
        if (first < 0)
        {
            return 0;
        }

        var last = run.LastIndexOfAny('*', PhoneSymbols.Open);
        var tail = run.Length - last - 1;
        if (first + tail >= MobileLength || run[first..last].ContainsAnyInRange('0', '9'))
        {
            return 0;
        }

        Span<char> stretched = stackalloc char[MobileLength];
        stretched.Fill('*');
        run[..first].CopyTo(stretched);
        run[(last + 1)..].CopyTo(stretched[(MobileLength - tail)..]);
        return ClassifyMobile(stretched);
    }

    /// <summary>Packs the last twelve positions of a run.</summary>
    public static ulong Pack(ReadOnlySpan<char> run, PhoneKind kind)
    {
        if (run.Length > 12)
        {
            run = run[^12..];
        }

        ulong digits = 0;
        foreach (var symbol in run)
        {
            digits = (digits << 4) | (char.IsAsciiDigit(symbol) ? (uint)(symbol - '0') : PackedPhone.Wildcard);
        }

        return PackedPhone.Pack(digits, run.Length, kind);
    }

    /// <summary>Number of digits in a run.</summary>
    public static int KnownDigits(ReadOnlySpan<char> run)
    {
        var known = 0;
        foreach (var symbol in run)
        {
            known += char.IsAsciiDigit(symbol) ? 1 : 0;
        }

        return known;
    }

    static ulong ClassifyNational(ReadOnlySpan<char> run)
    {
        if (run.Length == MobileLength)
        {
            var mobile = ClassifyMobile(run);
            if (mobile != 0)
            {
                return mobile;
            }
        }

        // The trunk prefix that one dialled before a mobile of another city.
        if (run.Length == MobileLength + 1 && run[0] == '0' && run[1] == '1')
        {
            var mobile = ClassifyMobile(run[1..]);
            if (mobile != 0)
            {
                return mobile;
            }
        }

        if (run.Length >= 7 && !run.ContainsAnyExcept(run[0]) && char.IsAsciiDigit(run[0]))
        {
            return Pack(run, PhoneKind.Placeholder);
        }

        return ClassifyLandline(run);
    }

    static ulong ClassifyMobile(ReadOnlySpan<char> run)
    {
        var known = KnownDigits(run);
        if (known == MobileLength)
        {
            var packed = Pack(run, PhoneKind.Mobile);
            return IsPlaceholder(packed & PackedPhone.Digits) ? Pack(run, PhoneKind.Placeholder)
                : run[0] == '1' && run[1] >= '3' ? packed
                : 0;
        }

        var begins = run[0] is '1' or '*' && run[1] is '*' or >= '3' and <= '9';
        var isMasked = begins && known >= FewestKnown && !run.Contains(PhoneSymbols.Open);
        return isMasked ? Pack(run, PhoneKind.MaskedMobile) : 0;
    }

    static ulong ClassifyLandline(ReadOnlySpan<char> run)
    {
        if (run.Length is < 10 or > 12 || run[..3].ContainsAnyExceptInRange('0', '9') || run.Contains(PhoneSymbols.Open))
        {
            return 0;
        }

        if (run.Length == 10 && run[0] is '4' or '8' && run[1] == '0' && run[2] == '0')
        {
            return Pack(run, PhoneKind.Landline);
        }

        if (run[0] != '0' || run[1] == '0')
        {
            return 0;
        }

        var area = run[1] is '1' or '2' ? 3 : 4;
        var subscriber = run[area..];
        var isAreaCode = run[1] != '1' || run[2] == '0';
        var wellFormed = isAreaCode && subscriber.Length is 7 or 8 && subscriber[0] != '0';
        return wellFormed ? Pack(run, PhoneKind.Landline) : 0;
    }
}
