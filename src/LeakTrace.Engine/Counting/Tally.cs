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

    /// <summary>Adds the sums of another scope; distinct values are united.</summary>
    public void Add(Tally other)
    {
        for (var s = 0; s < _statuses.Length; s++)
        {
            _statuses[s] += other._statuses[s];
        }

        _corroborated += other._corroborated;
        _phoneOnly += other._phoneOnly;
        _phones.UnionWith(other._phones);
        _ids.UnionWith(other._ids);
        _namesWithPhones.UnionWith(other._namesWithPhones);
        _wholeRows.UnionWith(other._wholeRows);
    }

    /// <summary>The line of the table.</summary>
    public CountLine ToLine(string scope, string key)
    {
        long total = 0;
        foreach (var rows in _statuses)
        {
            total += rows;
        }

        return new CountLine(
            scope, key, total, Of(RowStatus.Blank), Of(RowStatus.Layout), Of(RowStatus.Placeholder), Of(RowStatus.Unidentifiable),
            Of(RowStatus.Invalid), Of(RowStatus.Duplicate), Of(RowStatus.ProbableDuplicate), Of(RowStatus.Valid), _corroborated,
            _phoneOnly, _phones.Count, _ids.Count, _namesWithPhones.Count, _wholeRows.Count);
    }

    long Of(RowStatus status) => _statuses[(int)status];
}
