using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Records planted in one holder's copy: nobody else can have leaked them. They are listed, or marked in a column of a register.</summary>
public sealed class Canaries
{
    // A match may be wrong, and two holders' copies may have been exchanged: no single canary is worth more.
    const double MostBits = 20;
    static readonly string[] _yes = ["是", "1", "true", "yes", "y", "x", "√", "✓", "真", "诱饵", "canary"];
    static readonly string[] _no = ["否", "0", "false", "no", "n", "×", "假", "无", "-", "/"];
    readonly Dictionary<string, string> _holderOf = new(StringComparer.Ordinal);
    readonly Dictionary<int, string> _marked = [];
    readonly SortedSet<string> _namedInColumns = new(StringComparer.Ordinal);
    readonly string?[] _ofPerson;

    /// <summary>Finds the planted records among the seized people.</summary>
    /// <param name="planted">Holder and record number.</param>
    /// <param name="people">Seized people found in registers.</param>
    /// <param name="registry">Registers.</param>
    /// <param name="sourceOf">Name of the source of a record.</param>
    public Canaries(
        IReadOnlyList<(string Holder, string Record)> planted, IReadOnlyList<SeizedPerson> people, RegistryRecords registry, Func<int, string> sourceOf)
    {
        foreach (var (holder, record) in planted)
        {
            _holderOf[record] = holder;
        }

        for (var t = 0; t < registry.Tables.Count; t++)
        {
            ReadColumn(registry, t, sourceOf);
        }

        _ofPerson = new string?[_holderOf.Count + _marked.Count == 0 ? 0 : people.Count];
        for (var p = 0; p < _ofPerson.Length; p++)
        {
            foreach (var record in people[p].Records)
            {
                _ofPerson[p] ??= _marked.GetValueOrDefault(record) ?? _holderOf.GetValueOrDefault(registry.LabelOf(record));
            }
        }
    }

    /// <summary>Holder in whose copy a seized person was planted; null of anybody else.</summary>
    public string? HolderOf(int person) => _ofPerson.Length == 0 ? null : _ofPerson[person];

    /// <summary>Evidence of one seized canary in bits, given the probability that it was seized.</summary>
    public static double BitsOf(double probability) => Math.Min(MostBits, -Math.Log2(Math.Max(1 - probability, 1e-9)));

    /// <summary>What is wrong: listed records that no register has, and holders that are neither source nor account.</summary>
    public IEnumerable<Problem> Problems(RegistryRecords registry, Func<string, bool> isHolder)
    {
        var missing = new SortedDictionary<string, string>(_holderOf, StringComparer.Ordinal);
        for (var t = 0; t < registry.Tables.Count && missing.Count > 0; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                missing.Remove(registry.LabelOf(registry.StartOf(t) + row));
            }
        }

        if (missing.Count > 0)
        {
            yield return new Problem("case.json", "", 0, Severity.Warning, "canary-unknown-record",
                $"\"canaries\" names {missing.Count} of {_holderOf.Count} records that no register has. Write record numbers as the registers do.");
        }

        foreach (var holder in new SortedSet<string>(_holderOf.Values, StringComparer.Ordinal))
        {
            if (!isHolder(holder))
            {
                yield return new Problem("case.json", "", 0, Severity.Warning, "canary-unknown-holder",
                    $"\"canaries\" names the holder '{holder}', which is neither a source nor an account. Write it as the registers or the logs do.");
            }
        }

        var unknown = 0;
        foreach (var holder in _namedInColumns)
        {
            unknown += isHolder(holder) ? 0 : 1;
        }

        if (unknown > 0)
        {
            // What stands there may be anything, so it is not repeated.
            yield return new Problem("", "", 0, Severity.Warning, "canary-unknown-mark",
                $"The column of planted records holds {unknown} different values that are neither yes or no (是, 否) nor a source or account, so these records count as nobody's. Correct the column, or map it to 'none' in case.json.");
        }
    }

    void ReadColumn(RegistryRecords registry, int table, Func<int, string> sourceOf)
    {
        if (registry.Tables[table][FieldRole.Canary] is not { Labels: { } labels } column)
        {
            return;
        }

        for (var row = 0; row < registry.Tables[table].Count; row++)
        {
            if (column.Values[row] == 0 || !RegistryRecords.IsRecord(registry.Tables[table], row))
            {
                continue;
            }

            var mark = labels[column.Values[row] - 1].Trim();
            var record = registry.StartOf(table) + row;
            if (Is(mark, _yes))
            {
                _marked[record] = sourceOf(record);
            }
            else if (mark.Length > 0 && !Is(mark, _no))
            {
                _marked[record] = mark;
                _namedInColumns.Add(mark);
            }
        }
    }

    static bool Is(string mark, string[] words) => Array.Exists(words, word => string.Equals(word, mark, StringComparison.OrdinalIgnoreCase));
}
