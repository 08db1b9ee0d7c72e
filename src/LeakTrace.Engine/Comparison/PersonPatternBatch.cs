using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// Comparison patterns of many pairs of records of two tables, field by field; the same as <see cref="PersonPattern.Between"/> gives one by one. Not for
/// several threads at a time.
/// </summary>
public sealed class PersonPatternBatch
{
    /// <summary>Most pairs at a time.</summary>
    public const int Pairs = 256;

    readonly PersonColumns _left;
    readonly PersonColumns _right;
    readonly PlaceLevels _places;
    readonly AddressBatch? _addresses;

    // The values of a field of the pairs at hand, and their levels.
    readonly ulong[] _leftValues = new ulong[Pairs];
    readonly ulong[] _rightValues = new ulong[Pairs];
    readonly NameLevel[] _nameLevels = new NameLevel[Pairs];
    readonly PhoneLevel[] _phoneLevels = new PhoneLevel[Pairs];
    readonly AddressLevel[] _addressLevels = new AddressLevel[Pairs];

    /// <summary>Prepares to compare the records of two tables.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    /// <param name="places">Levels of institutions.</param>
    public PersonPatternBatch(PersonColumns left, PersonColumns right, PlaceLevels places)
    {
        _left = left;
        _right = right;
        _places = places;
        _addresses = left.AddressText is { } texts && right.AddressText is not null ? new AddressBatch(left.AddressSignature!, texts) : null;
    }

    /// <summary>Writes the pattern of each pair, in order. Pairs in a row that have the right record in common cost least.</summary>
    /// <param name="left">Left record of each pair, at most <see cref="Pairs"/>.</param>
    /// <param name="right">Right record of each pair.</param>
    /// <param name="patterns">As many patterns.</param>
    /// <exception cref="ArgumentException">There are more pairs, or fewer records or patterns than pairs.</exception>
    public void Between(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left.Length, Pairs, nameof(left));
        right = right[..left.Length];
        patterns = patterns[..left.Length];
        patterns.Clear();
        Names(left, right, patterns);
        RelatedNames(left, right, patterns);
        Phones(left, right, patterns);
        NationalIds(left, right, patterns);
        Dates(_left.EventDate, _right.EventDate, PersonField.EventDate, left, right, patterns);
        Dates(_left.BirthDate, _right.BirthDate, PersonField.BirthDate, left, right, patterns);
        Institutions(left, right, patterns);
        Addresses(left, right, patterns);
        Waybills(left, right, patterns);
    }

    void Names(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.Name is { } names && _right.Name is { } others)
        {
            var levels = NameLevels(names, others, left, right);
            for (var p = 0; p < left.Length; p++)
            {
                patterns[p] |= PersonPattern.At(PersonField.Name, PersonPattern.NameLevelOf(levels[p], _left, left[p], _right, right[p]));
            }
        }
    }

    void RelatedNames(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.Related is { } names && _right.Related is { } others)
        {
            var levels = NameLevels(names, others, left, right);
            for (var p = 0; p < left.Length; p++)
            {
                patterns[p] |= PersonPattern.At(PersonField.RelatedName, (int)levels[p]);
            }
        }
    }

    NameLevel[] NameLevels(ulong[] names, ulong[] others, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Gather(names, left, _leftValues);
        Gather(others, right, _rightValues);
        NameBatch.Levels(_leftValues.AsSpan(0, left.Length), _rightValues, _nameLevels);
        return _nameLevels;
    }

    void Phones(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.Phone is not { } phones || _right.Phone is not { } others)
        {
            return;
        }

        Gather(phones, left, _leftValues);
        Gather(others, right, _rightValues);
        PhoneBatch.Levels(_leftValues.AsSpan(0, left.Length), _rightValues, _phoneLevels);
        ulong[]? second = _left.SecondPhone, otherSecond = _right.SecondPhone;
        for (var p = 0; p < left.Length; p++)
        {
            var level = second is null && otherSecond is null
                ? _phoneLevels[p]
                : PhoneComparison.Best(
                    _phoneLevels[p], _leftValues[p], second is null ? 0 : second[left[p]], _rightValues[p], otherSecond is null ? 0 : otherSecond[right[p]]);
            patterns[p] |= PersonPattern.At(PersonField.Phone, (int)level);
        }
    }

    void NationalIds(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.IdHead is not { } heads || _right.IdHead is not { } others)
        {
            return;
        }

        ulong[] tails = _left.IdTail!, otherTails = _right.IdTail!;
        for (var p = 0; p < left.Length; p++)
        {
            int i = left[p], j = right[p];
            patterns[p] |= PersonPattern.At(PersonField.NationalId, (int)NationalIdComparison.Between(heads[i], tails[i], others[j], otherTails[j]));
        }
    }

    static void Dates(
        ulong[]? dates, ulong[]? others, PersonField field, ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (dates is null || others is null)
        {
            return;
        }

        for (var p = 0; p < left.Length; p++)
        {
            patterns[p] |= PersonPattern.At(field, (int)DateComparison.Between(dates[left[p]], others[right[p]]));
        }
    }

    void Institutions(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.Place is { } places && _right.Place is { } others)
        {
            for (var p = 0; p < left.Length; p++)
            {
                patterns[p] |= PersonPattern.At(PersonField.Institution, (int)_places[places[left[p]], others[right[p]]]);
            }
        }
    }

    void Addresses(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_addresses is not null)
        {
            _addresses.Levels(left, _right.AddressSignature!, _right.AddressText!, right, _addressLevels);
            for (var p = 0; p < left.Length; p++)
            {
                patterns[p] |= PersonPattern.At(PersonField.Address, (int)_addressLevels[p]);
            }
        }
    }

    void Waybills(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> patterns)
    {
        if (_left.Waybill is not { } waybills || _right.Waybill is not { } others)
        {
            return;
        }

        TextHeap texts = _left.WaybillText!, otherTexts = _right.WaybillText!;
        for (var p = 0; p < left.Length; p++)
        {
            int i = left[p], j = right[p];
            patterns[p] |= PersonPattern.At(PersonField.Waybill, (int)CodeComparison.Between(waybills[i], texts[i], others[j], otherTexts[j]));
        }
    }

    static void Gather(ulong[] values, ReadOnlySpan<int> records, ulong[] gathered)
    {
        for (var p = 0; p < records.Length; p++)
        {
            gathered[p] = values[records[p]];
        }
    }
}
