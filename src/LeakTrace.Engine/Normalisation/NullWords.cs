namespace LeakTrace.Engine.Normalisation;

/// <summary>Words that stand for no value, and words that show a row to be a test.</summary>
public static class NullWords
{
    const int LongestNull = 10;

    static readonly string[] _nullWords = Sorted(
    [
        "无", "没", "没有", "暂无", "暂缺", "空", "空白", "缺", "缺失", "未知", "未填", "未填写", "未登记",
        "未提供", "未留", "不详", "不明", "不知", "不知道", "不清楚", "不愿透露", "保密", "待定", "待补",
        "待填", "拒绝提供", "无名", "无名氏", "无姓名", "无电话", "无手机", "无手机号", "没有电话", "未取名",
        "未起名", "没取名", "无法提供", "n/a", "na", "n.a.", "#n/a", "null", "(null)", "none", "nil", "nan",
        "undefined", "unknown", "blank", "empty", "-", "--", "---", "----", "-----", "/", "//", "///", "\\",
        "\\\\", ".", "..", "...", "\u2026", "\u2026\u2026", "?", "??", "???", "_", "__", "~", "、", "。", "*",
        "**", "***", "****", "+", "0", "00", "#", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!",
        "x", "\u00b7",
    ]);

    static readonly string[] _testWords = Sorted(
    [
        "测试", "测试用", "测试用户", "测试人", "测试人员", "测试号", "测试账号", "测试数据", "测试姓名",
        "试用", "试验", "试用户", "样例", "示例", "例子", "演示", "演示用户", "模拟", "假人", "某某某", "某某",
        "xxx", "xxxx", "xx", "aaa", "aaaa", "bbb", "abc", "abcd", "asd", "asdf", "qwe", "qwer", "qwerty",
        "test", "testing", "tester", "demo", "sample", "example", "admin", "111", "123", "1234", "123456",
        "1111", "ceshi",
    ]);

    // Where the words with a first unit begin, from 1; zero rules nearly every cell out.
    static readonly byte[] _nullStarts = StartsOf(_nullWords);

    static readonly byte[] _testStarts = StartsOf(_testWords);

    /// <summary>Whether the folded cell is a word for no value (无, 不详, N/A, --). An empty cell is none.</summary>
    public static bool IsNull(ReadOnlySpan<char> folded) =>
        folded.Length is > 0 and <= LongestNull && IsAmong(_nullWords, _nullStarts, folded);

    /// <summary>Whether the folded name is a test or dummy word (测试, test, XXX, 测试张三).</summary>
    public static bool IsTestWord(ReadOnlySpan<char> folded)
    {
        if (folded.Length < 2)
        {
            return false;
        }

        return IsAmong(_testWords, _testStarts, folded)
            || folded.StartsWith("测试", StringComparison.Ordinal)
            || folded.EndsWith("测试", StringComparison.Ordinal)
            || (folded.StartsWith("test", StringComparison.Ordinal) && !HasLetter(folded[4..]));
    }

    /// <summary>As <see cref="IsNull"/> for a cell that is not folded yet.</summary>
    internal static bool IsNullCell(ReadOnlySpan<char> trimmed)
    {
        return trimmed.Length <= LongestNull && !(trimmed.Length > 0 && RulesOut(trimmed[0])) && IsFoldedNull(trimmed);
    }

    static bool RulesOut(char first) => CharacterFolding.Fold(first) is not (' ' or '\0') and var folded && _nullStarts[folded] == 0;

    static bool IsFoldedNull(ReadOnlySpan<char> trimmed)
    {
        Span<char> folded = stackalloc char[LongestNull];
        return IsNull(folded[..CharacterFolding.Fold(trimmed, folded)]);
    }

    static bool IsAmong(string[] words, byte[] starts, ReadOnlySpan<char> folded)
    {
        var first = folded[0];
        for (var i = starts[first] - 1; i >= 0 && i < words.Length && words[i][0] == first; i++)
        {
            if (folded.SequenceEqual(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    static string[] Sorted(string[] words)
    {
        Array.Sort(words, StringComparer.Ordinal);
        return words;
    }

    static byte[] StartsOf(string[] words)
    {
        var starts = new byte[1 << 16];
        for (var i = words.Length - 1; i >= 0; i--)
        {
            starts[words[i][0]] = (byte)(i + 1);
        }

        return starts;
    }

    static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.IsLetter(unit))
            {
                return true;
            }
        }

        return false;
    }
}
