using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Finds numbers in the symbols of a cell (<see cref="PhoneSymbols"/>). Groups of digits are joined over soft
/// separators, fewest first,
/// until they make a number; what never does is kept as malformed.
/// </summary>
ref struct PhoneScanner
{
    const int MostGroups = 5;
    const int LongestRun = 24;
    const int LongestExtension = 6;

    /// <summary>Fewest digits of a malformed number that is kept beside a well-formed one.</summary>
    const int LikelyNumber = 7;

    readonly ReadOnlySpan<char> _symbols;
    readonly Span<ulong> _phones;
    readonly bool _inText;
    int _count;

    public PhoneScanner(ReadOnlySpan<char> symbols, Span<ulong> phones, bool inText)
    {
        _symbols = symbols;
        _phones = phones;
        _inText = inText;
    }

    /// <summary>Writes the numbers found and returns how many.</summary>
    public int Scan()
    {
        Span<ulong> malformed = stackalloc ulong[PhoneReader.MaxPhones];
        var malformedCount = 0;
        Span<char> run = stackalloc char[LongestRun];
        Span<char> pending = stackalloc char[LongestRun];
        var pendingLength = 0;
        var pendingEnd = 0;
        var at = NextGroup(0);
        while (at < _symbols.Length)
        {
            var end = Match(at, run, out var phone);
            if (end > 0)
            {
                Flush(pending[..pendingLength], malformed, ref malformedCount);
                pendingLength = 0;
                Add(phone);
                at = SkipExtension(end);
                continue;
            }

            end = GroupEnd(at);
            if (pendingLength > 0 && !IsSoft(pendingEnd, at))
            {
                Flush(pending[..pendingLength], malformed, ref malformedCount);
                pendingLength = 0;
            }

            for (var i = at; i < end && pendingLength < LongestRun; i++)
            {
                pending[pendingLength++] = _symbols[i];
            }

            pendingEnd = end;
            at = NextGroup(end);
        }

        Flush(pending[..pendingLength], malformed, ref malformedCount);
        var wellFormed = _count;
        for (var i = 0; i < malformedCount && !_inText; i++)
        {
            if (wellFormed == 0 || PackedPhone.LengthOf(malformed[i]) >= LikelyNumber)
            {
                Add(malformed[i]);
            }
        }

        return _count;
    }

    /// <summary>End of the groups from a position on that make a number, or zero.</summary>
    readonly int Match(int start, Span<char> run, out ulong phone)
    {
        phone = 0;
        if (_inText && start > 0 && _symbols[start - 1] == PhoneSymbols.Letter)
        {
            return 0;
        }

        var length = 0;
        var end = start;
        var at = start;
        for (var groups = 0; groups < MostGroups && at < _symbols.Length; groups++)
        {
            if (groups > 0 && !IsSoft(end, at))
            {
                break;
            }

            end = GroupEnd(at);
            if (length + end - at > LongestRun)
            {
                break;
            }

            _symbols[at..end].CopyTo(run[length..]);
            length += end - at;
            phone = PhonePatterns.Classify(run[..length]);
            if (phone != 0)
            {
                return end;
            }

            if (groups == 0 && length == 22)
            {
                // Two mobiles written as one: the first is taken, the second follows.
                phone = PhonePatterns.Classify(run[..11]);
                if (phone != 0 && PhonePatterns.Classify(run[11..22]) != 0)
                {
                    return start + 11;
                }
            }

            at = NextGroup(end);
        }

        phone = _inText ? 0 : PhonePatterns.Stretch(run[..length]);
        return phone == 0 ? 0 : end;
    }

    static void Flush(ReadOnlySpan<char> pending, Span<ulong> malformed, ref int count)
    {
        if (PhonePatterns.KnownDigits(pending) > 0 && count < malformed.Length)
        {
            malformed[count++] = PhonePatterns.Pack(pending, PhoneKind.Malformed);
        }
    }

    void Add(ulong phone)
    {
        if (_count < _phones.Length && !_phones[.._count].Contains(phone))
        {
            _phones[_count++] = phone;
        }
    }

    readonly int SkipExtension(int end)
    {
        var at = NextGroup(end);
        if (at >= _symbols.Length || GroupEnd(at) - at > LongestExtension)
        {
            return at;
        }

        var gap = _symbols[end..at];
        var announced = gap.Contains(PhoneSymbols.Extension) || (gap.Length == 1 && gap[0] == '-');
        return announced ? NextGroup(GroupEnd(at)) : at;
    }

    /// <summary>Whether only soft separators stand between the end of a group and the start of the next.</summary>
    readonly bool IsSoft(int end, int start)
    {
        for (var i = end; i < start; i++)
        {
            if (_symbols[i] is not ('-' or ' '))
            {
                return false;
            }
        }

        return true;
    }

    readonly int NextGroup(int at)
    {
        while (at < _symbols.Length && !IsDigitOrMask(_symbols[at]))
        {
            at++;
        }

        return at;
    }

    readonly int GroupEnd(int at)
    {
        while (at < _symbols.Length && IsDigitOrMask(_symbols[at]))
        {
            at++;
        }

        return at;
    }

    static bool IsDigitOrMask(char symbol) => char.IsAsciiDigit(symbol) || symbol is '*' or PhoneSymbols.Open;
}
