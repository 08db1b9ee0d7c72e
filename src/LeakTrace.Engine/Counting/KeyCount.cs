using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>The count of a set of rows under each key, with its lower and upper figure.</summary>
sealed class KeyCount
{
    readonly HashSet<ulong> _phones = [];
    readonly HashSet<(ulong, ulong)> _ids = [];
    readonly HashSet<(ulong, ulong)> _namesWithPhones = [];
    readonly HashSet<ulong> _wholeRows = [];
    readonly long[] _otherDistinct = new long[4];
    readonly long[] _covered = new long[4];

    /// <summary>Rows that are of somebody, counting or not.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that count.</summary>
    public long Valid { get; private set; }

    /// <summary>Those certain.</summary>
    public long Low { get; private set; }

    /// <summary>Those possible.</summary>
    public long High { get; private set; }

    /// <summary>Valid rows that match a registry record.</summary>
    public long Corroborated { get; private set; }

    /// <summary>Valid rows with a phone and nothing else that identifies.</summary>
    public long PhoneOnly { get; private set; }

    /// <summary>Distinct phones.</summary>
    public long ByPhone => _phones.Count + _otherDistinct[0];

    /// <summary>Distinct identity numbers.</summary>
    public long ById => _ids.Count + _otherDistinct[1];

    /// <summary>Distinct names with phones.</summary>
    public long ByNamePhone => _namesWithPhones.Count + _otherDistinct[2];

    /// <summary>Distinct whole rows.</summary>
    public long ByRow => _wholeRows.Count + _otherDistinct[3];

    /// <summary>Rows that have the key: 0 phone, 1 identity number, 2 name and phone, 3 whole row.</summary>
    public long Covered(int key) => _covered[key];

    /// <summary>Counts a row.</summary>
    public void Add(CountedRows counted, int row, in RowOutcome outcome)
    {
        High += outcome.IsPossible ? 1 : 0;
        if (outcome.Status < RowStatus.Duplicate)
        {
            return;
        }

        Rows++;
        Low += outcome.IsCertain ? 1 : 0;
        var table = counted.Rows.Table;
        if (outcome.Status == RowStatus.Valid)
        {
            Valid++;
            Corroborated += counted.IsCorroborated[row] ? 1 : 0;
            PhoneOnly += RowIdentity.IsPhoneOnly(table, row) ? 1 : 0;
        }

        AddKeys(table, row);
    }

    /// <summary>Adds another scope; what is distinct there counts once more here, as its rows do.</summary>
    public void Add(KeyCount other)
    {
        Rows += other.Rows;
        Valid += other.Valid;
        Low += other.Low;
        High += other.High;
        Corroborated += other.Corroborated;
        PhoneOnly += other.PhoneOnly;
        _otherDistinct[0] += other.ByPhone;
        _otherDistinct[1] += other.ById;
        _otherDistinct[2] += other.ByNamePhone;
        _otherDistinct[3] += other.ByRow;
        for (var key = 0; key < _covered.Length; key++)
        {
            _covered[key] += other._covered[key];
        }
    }

    void AddKeys(RecordTable table, int row)
    {
        var phone = RowIdentity.WellFormedPhone(table, row);
        var name = table[FieldRole.PersonName]?.Values[row] ?? 0;
        if (phone != 0)
        {
            _phones.Add(phone);
            _covered[0]++;
        }

        if (table[FieldRole.NationalId] is { } ids && ids.Values[row] != 0)
        {
            _ids.Add((ids.Values[row], ids.Extended?[row] ?? 0));
            _covered[1]++;
        }

        if (phone != 0 && name != 0)
        {
            _namesWithPhones.Add((name, phone));
            _covered[2]++;
        }

        _wholeRows.Add(table.RowHashes[row]);
        _covered[3]++;
    }
}
