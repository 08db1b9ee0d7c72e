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

    readonly string[] _texts;
    readonly (ulong Packed, ulong Given, bool IsCommon)[] _traits;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public HanNameValues(string[] texts)
    {
        _texts = texts;
        _traits = new (ulong, ulong, bool)[texts.Length];
        var surnames = new Dictionary<char, int>();
        for (var i = 1; i < texts.Length; i++)
        {
            surnames[texts[i][0]] = surnames.GetValueOrDefault(texts[i][0]) + 1;
        }

        for (var i = 1; i < texts.Length; i++)
        {
            var packed = texts[i].Length <= 4 ? PackedName.Pack(texts[i]) : (PackedName.LongTag << 48) | (Hash64.Of(texts[i]) >> 16);
            _traits[i] = (packed, GivenOf(texts[i]), surnames[texts[i][0]] >= CommonSurname * texts.Length);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => _texts[value].Contains('*', StringComparison.Ordinal);

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
        ref readonly (ulong Packed, ulong Given, bool IsCommon) first = ref _traits[left], second = ref _traits[right];
        var level = PackedName.IsLong(first.Packed) || PackedName.IsLong(second.Packed)
            ? NameComparison.BetweenTexts(_texts[left], _texts[right]) : NameComparison.Between(first.Packed, second.Packed);
        return level switch
        {
            NameLevel.MaskCommon or NameLevel.MaskRare => first.IsCommon && second.IsCommon ? 3 : 4,
            NameLevel.SurnameOnly => 2,
            NameLevel.OneCharacter => 5,
            NameLevel.AlikeCharacter => 6,
            NameLevel.TonelessPinyin => 7,
            NameLevel.TonedPinyin => 8,
            NameLevel.ExactVeryCommon => 8,
            _ => first.Given != 0 && first.Given == second.Given ? 9 : 1,
        };
    }

    /// <summary>What follows the first character, as a number: that of two characters and more, without masks; else zero.</summary>
    static ulong GivenOf(string text) =>
        text.Length <= 2 || text.Contains('*', StringComparison.Ordinal) ? 0 : Hash64.Of(text.AsSpan(1));
}
