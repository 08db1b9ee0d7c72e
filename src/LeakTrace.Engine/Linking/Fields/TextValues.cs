namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Free text: by the share of its words, and by how rare the shared ones are.</summary>
sealed class TextValues : IFieldValues
{
    const double Some = 0.25;
    const double Half = 0.5;
    const double Most = 0.75;
    const double FewBits = 9;
    const double ManyBits = 16;

    static readonly string[] _levels =
    [
        "different", "some-common", "some-rare", "some-very-rare", "half-common", "half-rare", "half-very-rare", "most-common", "most-rare", "most-very-rare",
    ];

    readonly WordLikeness _words;

    /// <summary>Prepares the values.</summary>
    public TextValues(Tokens tokens) => _words = new WordLikeness(tokens);

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Between(lefts[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        var (share, bits) = _words.Between(left, right);
        if (share < Some)
        {
            return 1;
        }

        var rarity = bits < FewBits ? 0 : bits < ManyBits ? 1 : 2;
        return (share < Half ? 2 : share < Most ? 5 : 8) + rarity;
    }
}
