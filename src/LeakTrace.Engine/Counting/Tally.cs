using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Rows of one scope by status, and the distinct values of each key.</summary>
sealed class Tally
{
    readonly long[] _statuses = new long[(int)RowStatus.Valid + 1];
    readonly HashSet<ulong> _phones = [];
    readonly HashSet<(ulong, ulong)> _ids = [];
    readonly HashSet<(ulong, ulong)> _namesWithPhones = [];
    readonly HashSet<ulong> _wholeRows = [];
    readonly long[] _otherDistinct = new long[4];
    long _corroborated;
    long _phoneOnly;

    /// <summary>Counts a row.</summary>
    public void Add(CountedRows counted, int row, RowStatus status)
    {
        _statuses[(int)status]++;
        if (status < RowStatus.Duplicate)
        {
            return;
        }

        var table = counted.Rows.Table;
        if (status == RowStatus.Valid)
        {
            _corroborated += counted.IsCorroborated[row] ? 1 : 0;
            _phoneOnly += RowIdentity.IsPhoneOnly(table, row) ? 1 : 0;
        }

        var phone = RowIdentity.WellFormedPhone(table, row);
        var name = table[FieldRole.PersonName]?.Values[row] ?? 0;
        if (phone != 0)
        {
            _phones.Add(phone);
        }

        if (phone != 0 && name != 0)
        {
            _namesWithPhones.Add((name, phone));
        }

        if (table[FieldRole.NationalId] is { } ids && ids.Values[row] != 0)
        {
            _ids.Add((ids.Values[row], ids.Extended?[row] ?? 0));
        }

        _wholeRows.Add(table.RowHashes[row]);
    }

    /// <summary>Adds the sums of another scope; what is distinct there counts once more here, as its rows do.</summary>
    public void Add(Tally other)
    {
        for (var s = 0; s < _statuses.Length; s++)
        {
            _statuses[s] += other._statuses[s];
        }

        _corroborated += other._corroborated;
        _phoneOnly += other._phoneOnly;
        var distinct = other.Distinct();
        for (var key = 0; key < distinct.Length; key++)
        {
            _otherDistinct[key] += distinct[key];
        }
    }

    /// <summary>The line of the table.</summary>
    public CountLine ToLine(string scope, string key)
    {
        long total = 0;
        foreach (var rows in _statuses)
        {
            total += rows;
        }

        var distinct = Distinct();
        return new CountLine(
            scope, key, total, Of(RowStatus.Blank), Of(RowStatus.Layout), Of(RowStatus.Placeholder), Of(RowStatus.Unidentifiable),
            Of(RowStatus.Invalid), Of(RowStatus.Duplicate), Of(RowStatus.ProbableDuplicate), Of(RowStatus.Valid), _corroborated,
            _phoneOnly, distinct[0], distinct[1], distinct[2], distinct[3]);
    }

    long Of(RowStatus status) => _statuses[(int)status];

    /// <summary>Distinct phones, identity numbers, names with phones, whole rows.</summary>
    long[] Distinct() =>
    [
        _phones.Count + _otherDistinct[0], _ids.Count + _otherDistinct[1], _namesWithPhones.Count + _otherDistinct[2],
        _wholeRows.Count + _otherDistinct[3],
    ];
}
