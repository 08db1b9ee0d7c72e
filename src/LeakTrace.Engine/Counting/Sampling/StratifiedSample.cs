using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// A random sample of records, stratified by seller and file. Allocation is proportional to the records of a stratum, at least two of each.
/// Files that would get fewer than two are put together, by seller. Within a stratum those records are drawn whose SHA-256 of
/// <c>seed:location</c> is least, so that anybody can draw the sample again.
/// </summary>
public sealed class StratifiedSample
{
    /// <summary>Records that a stratum gets at least: one alone would show no spread.</summary>
    public const int LeastOfStratum = 2;

    StratifiedSample(IReadOnlyList<SampleStratum> strata, IReadOnlyList<SampledRow> rows)
    {
        Strata = strata;
        Rows = rows;
    }

    /// <summary>Strata by seller and file in ordinal order, small files of a seller last.</summary>
    public IReadOnlyList<SampleStratum> Strata { get; }

    /// <summary>Rows drawn, by stratum and in the order of the population within.</summary>
    public IReadOnlyList<SampledRow> Rows { get; }

    /// <summary>Draws a sample.</summary>
    /// <param name="population">Seller, file and location of every record that counts.</param>
    /// <param name="size">Records to draw; all where the population has no more.</param>
    /// <param name="seed">Seed.</param>
    /// <exception cref="InputException">The size is too small for the sellers.</exception>
    public static StratifiedSample Draw(IReadOnlyList<(string Seller, string File, string Location)> population, int size, ulong seed)
    {
        var groups = Group(population, size);
        var sizes = Allocate(groups, Math.Min(size, population.Count));
        var strata = new List<SampleStratum>();
        var rows = new List<SampledRow>();
        for (var g = 0; g < groups.Count; g++)
        {
            var (seller, files, members) = groups[g];
            strata.Add(new SampleStratum(seller, files, members.Count, sizes[g]));
            foreach (var row in Least(population, members, sizes[g], seed))
            {
                rows.Add(new SampledRow(g, row));
            }
        }

        return new StratifiedSample(strata, rows);
    }

    static List<(string Seller, List<string> Files, List<int> Members)> Group(
        IReadOnlyList<(string Seller, string File, string Location)> population, int size)
    {
        var sellers = new SortedDictionary<string, SortedDictionary<string, List<int>>>(StringComparer.Ordinal);
        for (var i = 0; i < population.Count; i++)
        {
            var (seller, file, _) = population[i];
            if (!sellers.TryGetValue(seller, out var files))
            {
                sellers[seller] = files = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
            }

            if (!files.TryGetValue(file, out var members))
            {
                files[file] = members = [];
            }

            members.Add(i);
        }

        var groups = new List<(string, List<string>, List<int>)>();
        foreach (var (seller, files) in sellers)
        {
            var small = (Seller: seller, Files: new List<string>(), Members: new List<int>());
            foreach (var (file, members) in files)
            {
                if ((double)members.Count * size / population.Count >= LeastOfStratum)
                {
                    groups.Add((seller, [file], members));
                }
                else
                {
                    small.Files.Add(file);
                    small.Members.AddRange(members);
                }
            }

            if (small.Files.Count > 0)
            {
                groups.Add(small);
            }
        }

        return groups;
    }

    /// <summary>In proportion, the largest remainders rounded up; at least two of each, or all of a smaller one.</summary>
    static int[] Allocate(List<(string Seller, List<string> Files, List<int> Members)> groups, int size)
    {
        var sizes = new int[groups.Count];
        long population = 0;
        var least = 0;
        for (var g = 0; g < groups.Count; g++)
        {
            sizes[g] = Math.Min(LeastOfStratum, groups[g].Members.Count);
            least += sizes[g];
            population += groups[g].Members.Count;
        }

        if (size < least)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"--size {size} is too small: with these sellers and files it takes at least {least} records, two of each stratum."));
        }

        // Each record goes where the allocation lags behind its share most (Webster's divisors, ties in order).
        for (var given = least; given < size; given++)
        {
            var next = -1;
            double greatest = 0;
            for (var g = 0; g < sizes.Length; g++)
            {
                var quotient = groups[g].Members.Count / (sizes[g] + 0.5);
                if (sizes[g] < groups[g].Members.Count && quotient > greatest)
                {
                    (next, greatest) = (g, quotient);
                }
            }

            sizes[next]++;
        }

        return sizes;
    }

    /// <summary>The members with the least hashes, in their order.</summary>
    static List<int> Least(
        IReadOnlyList<(string Seller, string File, string Location)> population, List<int> members, int size, ulong seed)
    {
        var hashes = new List<(string Hash, int Row)>(members.Count);
        foreach (var row in members)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{seed}:{population[row].Location}");
            hashes.Add((Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), row));
        }

        hashes.Sort((a, b) => string.CompareOrdinal(a.Hash, b.Hash) is not 0 and var order ? order : a.Row.CompareTo(b.Row));
        var least = new List<int>();
        for (var i = 0; i < size; i++)
        {
            least.Add(hashes[i].Row);
        }

        least.Sort();
        return least;
    }
}
