using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Chinese names, by the comparison that cases use: masks, single characters, shapes and sounds.</summary>
sealed class HanNameValues : IFieldValues
{
    const double CommonSurname = 0.01;

    static readonly string[] _levels =
        ["different", "surname", "mask-common", "mask-rare", "one-character", "alike-character", "toneless-pinyin", "toned-pinyin", "given-name"];

    readonly ulong[] _packed;
    readonly string[] _texts;
    readonly bool[] _isCommon;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public HanNameValues(string[] texts)
    {
        _texts = texts;
        _packed = new ulong[texts.Length];
        _isCommon = new bool[texts.Length];
        var surnames = new Dictionary<char, int>();
        for (var i = 1; i < texts.Length; i++)
        {
            _packed[i] = texts[i].Length <= 4
                ? PackedName.Pack(texts[i]) : (PackedName.LongTag << 48) | (Hash64.Of(texts[i]) >> 16);
            surnames[texts[i][0]] = surnames.GetValueOrDefault(texts[i][0]) + 1;
        }

        for (var i = 1; i < texts.Length; i++)
        {
            _isCommon[i] = surnames[texts[i][0]] >= CommonSurname * texts.Length;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => _texts[value].Contains('*', StringComparison.Ordinal);

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        var level = PackedName.IsLong(_packed[left]) || PackedName.IsLong(_packed[right])
            ? NameComparison.BetweenTexts(_texts[left], _texts[right]) : NameComparison.Between(_packed[left], _packed[right]);
        return level switch
        {
            NameLevel.MaskCommon or NameLevel.MaskRare => _isCommon[left] && _isCommon[right] ? 3 : 4,
            NameLevel.SurnameOnly => 2,
            NameLevel.OneCharacter => 5,
            NameLevel.AlikeCharacter => 6,
            NameLevel.TonelessPinyin => 7,
            NameLevel.TonedPinyin => 8,
            NameLevel.ExactVeryCommon => 8,
            _ => SameGiven(_texts[left], _texts[right]) ? 9 : 1,
        };
    }

    static bool SameGiven(string left, string right) =>
        left.Length == right.Length && left.Length > 2 && left.AsSpan(1).SequenceEqual(right.AsSpan(1)) && !left.Contains('*', StringComparison.Ordinal);
}
