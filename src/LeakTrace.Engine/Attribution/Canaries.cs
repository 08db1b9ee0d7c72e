using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Records planted in one holder's copy: nobody else can have leaked them.</summary>
public sealed class Canaries
{
    // A match may be wrong, and two holders' copies may have been exchanged: no single canary is worth more.
    const double MostBits = 20;
    readonly Dictionary<string, string> _holderOf = new(StringComparer.Ordinal);
    readonly string?[] _ofPerson;

    /// <summary>Finds the planted records among the seized people.</summary>
    /// <param name="planted">Holder and record number.</param>
    /// <param name="people">Seized people found in registers.</param>
    /// <param name="registry">Registers.</param>
    public Canaries(IReadOnlyList<(string Holder, string Record)> planted, IReadOnlyList<SeizedPerson> people, RegistryRecords registry)
    {
        foreach (var (holder, record) in planted)
        {
            _holderOf[record] = holder;
        }

        _ofPerson = new string?[_holderOf.Count == 0 ? 0 : people.Count];
        for (var p = 0; p < _ofPerson.Length; p++)
        {
            foreach (var record in people[p].Records)
            {
                _ofPerson[p] ??= _holderOf.GetValueOrDefault(registry.LabelOf(record));
            }
        }
    }

    /// <summary>Holder in whose copy a seized person was planted; null of anybody else.</summary>
    public string? HolderOf(int person) => _ofPerson.Length == 0 ? null : _ofPerson[person];

    /// <summary>Evidence of one seized canary in bits, given the probability that it was seized.</summary>
    public static double BitsOf(double probability) => Math.Min(MostBits, -Math.Log2(Math.Max(1 - probability, 1e-9)));

    /// <summary>What is wrong with the list: records that no register has, and holders that are neither source nor account.</summary>
    public IEnumerable<Problem> Problems(RegistryRecords registry, Func<string, bool> isHolder)
    {
        if (_holderOf.Count == 0)
        {
            yield break;
        }

        var missing = new SortedDictionary<string, string>(_holderOf, StringComparer.Ordinal);
        for (var t = 0; t < registry.Tables.Count; t++)
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
    }
}
