using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>
/// A counting rule as data: tiers with their thresholds, the insider's half, the tenfold, types of information by column, and the
/// articles that say so. The engine computes under it; it decides nothing.
/// </summary>
public sealed record CountingPolicy
{
    /// <summary>Most record tiers that a policy may have.</summary>
    public const int MostRecordTiers = 8;

    static readonly Lazy<CountingPolicy> _default = new(ReadDefault);

    /// <summary>The rule of 法释〔2017〕10号, which comes with the program.</summary>
    public static CountingPolicy Default => _default.Value;

    /// <summary>Short name, such as <c>cn-2017-10</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title in Chinese.</summary>
    public required string ChineseTitle { get; init; }

    /// <summary>Title in English.</summary>
    public required string EnglishTitle { get; init; }

    /// <summary>Tiers in the order of the policy.</summary>
    public required IReadOnlyList<PolicyTier> Tiers { get; init; }

    /// <summary>Tiers that count records, gravest (lowest threshold) first; at most <see cref="MostRecordTiers"/>.</summary>
    public required IReadOnlyList<PolicyTier> RecordTiers { get; init; }

    /// <summary>The half for those who sold or provided what duty or service gave them.</summary>
    public required PolicyFactor Insider { get; init; }

    /// <summary>The multiple of the graver degree.</summary>
    public required PolicyFactor Severe { get; init; }

    /// <summary>Types of information.</summary>
    public required IReadOnlyList<InformationType> Information { get; init; }

    /// <summary>Rules of counting.</summary>
    public required IReadOnlyList<PolicyArticle> Counting { get; init; }

    /// <summary>Rules that no table can show: they turn on facts outside the data.</summary>
    public required IReadOnlyList<PolicyArticle> NotComputed { get; init; }

    /// <summary>Notes of the report.</summary>
    public required IReadOnlyList<PolicyNote> Notes { get; init; }

    /// <summary>Reads a policy.</summary>
    /// <param name="json">Bytes of the file, UTF-8.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="InputException">It is wrong; all that is wrong is named at once.</exception>
    public static CountingPolicy Parse(ReadOnlyMemory<byte> json, string file) => PolicyReader.Read(json, file);

    /// <summary>Position among <see cref="RecordTiers"/>; -1 where no record tier has the name.</summary>
    public int RecordTierOf(string name)
    {
        for (var i = 0; i < RecordTiers.Count; i++)
        {
            if (RecordTiers[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    static CountingPolicy ReadDefault()
    {
        using var stream = typeof(CountingPolicy).Assembly.GetManifestResourceStream("cn-2017-10.json")
            ?? throw new InvalidOperationException("The policy is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes, "cn-2017-10.json");
    }
}
