using System.Globalization;
using System.Text;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Tests.Normalisation;

/// <summary>The generated tables against lists that others made from other sources.</summary>
public sealed class CharacterListTests
{
    [DataFact]
    public void Usual_readings_agree_with_ICU()
    {
        var pairs = Pairs("zh/generated/gen_pinyin_icu_URO.tsv").Concat(Pairs("zh/generated/gen_pinyin_icu_ExtA.tsv"));
        AssertAgree(0.98, pairs, (han, pinyin) => HanReadings.Spelling(HanReadings.Toneless(han)) == pinyin
            || HanReadings.Spelling(HanReadings.Toneless(han)).Replace('v', 'u') == pinyin);
    }

    [DataFact]
    public void Usual_readings_agree_with_the_table_of_general_characters() =>
        AssertAgree(0.98, PinyinData("zh/pinyin/kMandarin_8105.txt"), (han, readings) =>
            Spellings(readings)[0] == HanReadings.Spelling(HanReadings.Toneless(han)));

    [DataFact]
    public void Usual_readings_are_among_those_of_dictionaries() =>
        AssertAgree(0.98, PinyinData("zh/pinyin/pinyin.txt"), (han, readings) =>
            HanReadings.Toneless(han) == 0 || Spellings(readings).Contains(HanReadings.Spelling(HanReadings.Toneless(han))));

    [DataFact]
    public void Folding_agrees_with_ICU() => AssertFolds(0.999, "zh/generated/gen_t2s_icu_URO.tsv");

    [DataFact]
    public void Folding_agrees_with_OpenCC() => AssertFolds(0.98, "zh/generated/gen_t2s_opencc_URO.tsv");

    static void AssertFolds(double share, string path) =>
        AssertAgree(
            share,
            Pairs(path).Where(pair => pair.Text.Length == 1 && HanReadings.IsHan(pair.Text[0])),
            (han, simplified) => CharacterFolding.Fold(han) == CharacterFolding.Fold(simplified[0]));

    static void AssertAgree(double share, IEnumerable<(char Han, string Text)> pairs, Func<char, string, bool> agree)
    {
        var count = 0;
        var misses = new StringBuilder();
        var missed = 0;
        foreach (var (han, text) in pairs)
        {
            count++;
            if (!agree(han, text))
            {
                missed++;
                misses.Append(missed <= 40 ? $"{han} {text}; " : "");
            }
        }

        Assert.True(count > 1000, $"only {count} characters were compared");
        Assert.True(count - missed >= share * count, $"{missed} of {count} differ: {misses}");
    }

    static IEnumerable<(char Han, string Text)> Pairs(string path) =>
        from line in DataFactAttribute.Lines(path)
        let parts = line.Split('\t')
        where parts.Length == 2 && parts[0].Length == 1 && HanReadings.IsHan(parts[0][0])
        select (parts[0][0], parts[1]);

    /// <summary>Lines such as <c>U+5353: zhuó,zhuō  # 卓</c>.</summary>
    static IEnumerable<(char Han, string Text)> PinyinData(string path) =>
        from line in DataFactAttribute.Lines(path)
        where line.StartsWith("U+", StringComparison.Ordinal)
        let code = int.Parse(line.AsSpan(2, line.IndexOf(':', StringComparison.Ordinal) - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        where code <= char.MaxValue && HanReadings.IsHan((char)code)
        select ((char)code, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..line.IndexOf('#', StringComparison.Ordinal)].Trim());

    static string[] Spellings(string readings) => [.. readings.Split(',').Select(Spelling)];

    static string Spelling(string toned)
    {
        var letters = new StringBuilder();
        foreach (var unit in toned.Trim().Normalize(NormalizationForm.FormD))
        {
            if (unit == '\u0308')
            {
                letters[^1] = 'v';
            }
            else if (char.IsAsciiLetter(unit))
            {
                letters.Append(unit);
            }
        }

        return letters.ToString();
    }
}
