using LeakTrace.Synthetic.Resale;
using LeakTrace.Synthetic.Seized;
using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic;

/// <summary>
/// A trade in lists of names, identity numbers and phones: sold, edited, sorted anew, mixed and sold again, with or without a
/// register that they first came from.
/// </summary>
public static class ResaleCase
{
    /// <summary>Writes the case folder, and the truth about it to <see cref="CaseTruth.DirectoryFor"/>.</summary>
    /// <exception cref="ArgumentException">Options out of range, or a folder that is not empty.</exception>
    public static void Write(string directory, ResaleOptions options)
    {
        Check(options);
        OptionCheck.IsFree(directory);
        var people = new SignUps(options);
        var lists = new Trade(options, people).Run();
        people.Write(Path.Combine(directory, "registry"));
        var loss = new Chance(options.Seed, Topic.Loss);
        var seized = lists.FindAll(_ => options.UnseizedFileShare == 0 || !loss.Happens(options.UnseizedFileShare));
        var files = seized.ConvertAll(list => list.File);
        foreach (var file in files)
        {
            file.Write(Path.Combine(directory, "seized"));
        }

        if (options.Deliveries)
        {
            CaseTables.WriteDeliveries(directory, files);
        }

        var truth = new CaseTruth(directory);
        var valid = truth.Write(files, [], options.RegistryRecords > 0 ? [SignUps.Register] : []);
        truth.WriteLineage(Edges(seized));
        CaseTables.WritePayments(directory, Money.Of(
            options.Seed, valid, file => options.FirstPrice + ((file.Seller[0] - 'A') * options.MarkUp)));
        Manifest.Write(directory, "resale", options, OptionsJson.Default.ResaleOptions);
    }

    /// <summary>Which seized file was made from which: where the file between was not found, from the nearest one before it.</summary>
    static IEnumerable<LineageTruth> Edges(List<TradedList> seized)
    {
        var found = seized.ToHashSet();
        foreach (var list in seized)
        {
            var units = list.Entries.Select(entry => entry.Unit).ToHashSet(StringComparer.Ordinal);
            foreach (var origin in Found(list.Parents).Distinct())
            {
                var shared = origin.Entries.Select(entry => entry.Unit).Distinct(StringComparer.Ordinal).Count(units.Contains);
                yield return new LineageTruth(origin.File.Path, list.File.Path, shared);
            }
        }

        IEnumerable<TradedList> Found(IReadOnlyList<TradedList> parents) =>
            parents.SelectMany(parent => found.Contains(parent) ? [parent] : Found(parent.Parents));
    }

    static void Check(ResaleOptions options)
    {
        OptionCheck.Shares(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SeizedRows, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.RegistryRecords, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RegistryRecords, 10_000_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Hops, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Hops, 6, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parties, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Parties, 8, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rounds, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Rounds, 100, nameof(options));
    }
}
