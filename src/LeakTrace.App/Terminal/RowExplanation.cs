using System.Globalization;
using LeakTrace.Cases;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.App.Terminal;

/// <summary>The fate of one row in words.</summary>
static class RowExplanation
{
    /// <summary>Writes why a row has its status, and every match with its evidence field by field.</summary>
    /// <exception cref="InputException">The location is none, or the last trace had no such row.</exception>
    public static void Write(StoredResults results, string location, bool isChinese, TextWriter output)
    {
        var (file, sheet, row) = Find(results, location);
        output.WriteLine($"{location}: {Word(row.Status, isChinese)} ({row.Reason})");
        output.WriteLine("  " + (isChinese ? ChineseSentence(row) : Sentence(row)));
        if (row.Person.Length > 0)
        {
            output.WriteLine(isChinese ? $"  人员 {row.Person}。" : $"  Person {row.Person}.");
        }

        foreach (var (status, person) in row.Further)
        {
            output.WriteLine(isChinese
                ? $"  同一行另有一条记录：{Word(status, true)}{(person.Length > 0 ? $"，人员 {person}" : "")}。"
                : $"  A further record of the row: {Word(status, false)}{(person.Length > 0 ? $", person {person}" : "")}.");
        }

        var matches = results.LoadMatches(file, sheet, row.Row);
        if (matches.Count == 0)
        {
            output.WriteLine(isChinese ? "  没有登记记录与之接近。" : "  No registry record comes near it.");
        }

        foreach (var match in matches)
        {
            Write(match, isChinese, output);
        }
    }

    static (string File, string Sheet, RowLine Row) Find(StoredResults results, string location)
    {
        var last = location.LastIndexOf('!');
        if (last <= 0 || !int.TryParse(location[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            throw new InputException(
                $"'{location}' is no row, and the last trace ranked no source and no account of that name. "
                + "Write FILE!SHEET!ROW as tables do, such as 'list.xlsx!Sheet1!12' or 'list.csv!!12', or a name from tables/sources.csv or tables/accounts.csv.");
        }

        // A file in an archive and a sheet's name may hold an exclamation mark: try every place to part them.
        for (var at = location.LastIndexOf('!', last - 1); at > 0; at = location.LastIndexOf('!', at - 1))
        {
            string file = location[..at], sheet = location[(at + 1)..last];
            if (results.LoadRow(file, sheet, row) is { } found)
            {
                return (file, sheet, found);
            }
        }

        throw new InputException($"The last trace had no row '{location}'. Look it up in tables/rows.csv, or trace the case again.");
    }

    static void Write(MatchLine match, bool isChinese, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Word(match.Class, isChinese)}: {Record(match, isChinese)}, {(isChinese ? "概率" : "probability")} {match.Probability:0.####}, {(isChinese ? "权重（比特）" : "weight")} {match.WeightBits:0.0}{(isChinese ? "" : " bits")}"));
        foreach (var part in match.Terms())
        {
            output.WriteLine("      " + part);
        }
    }

    static string Record(MatchLine match, bool isChinese) =>
        isChinese ? $"{match.Source} 的记录 {match.Record}" : $"record {match.Record} of {match.Source}";

    static string Word(MatchClass matchClass, bool isChinese) => matchClass switch
    {
        MatchClass.Match => isChinese ? "匹配" : "Match",
        MatchClass.Review => isChinese ? "待人工复核" : "For review",
        _ => isChinese ? "不匹配" : "Non-match",
    };

    static string Word(RowStatus status, bool isChinese) => (status, isChinese) switch
    {
        (RowStatus.ProbableDuplicate, false) => "probable duplicate",
        (_, false) => status.ToString().ToLowerInvariant(),
        (RowStatus.Blank, _) => "空行",
        (RowStatus.Layout, _) => "标题与合计",
        (RowStatus.Placeholder, _) => "占位数据",
        (RowStatus.Invalid, _) => "无效号码",
        (RowStatus.Unidentifiable, _) => "不能识别",
        (RowStatus.Duplicate, _) => "重复",
        (RowStatus.ProbableDuplicate, _) => "疑似重复",
        _ => "有效",
    };

    static string ChineseSentence(RowLine row) => row.Status switch
    {
        RowStatus.Blank => "没有任何值。",
        RowStatus.Layout => "标题、表头、合计或备注，不是记录。",
        RowStatus.Placeholder => "含测试或虚设的值。",
        RowStatus.Invalid => "其号码全部格式错误，且无姓名加第二项识别信息。",
        RowStatus.Unidentifiable => "不能识别任何人：没有格式正确的电话、证件号或运单号，没有姓名加第二项识别信息（日期与机构，或地址）；遮蔽的行也没有登记记录可以识别。仅凭姓名相符的登记记录不改变这一点。",
        RowStatus.Duplicate => $"规范化后与已计数的信息相同；由 {row.SameAs} 计数。",
        RowStatus.ProbableDuplicate => $"与已计数的 {row.SameAs} 指向同一人，但有差异（{row.Reason}）。",
        _ => row.Corroborated
            ? $"计入有效条数，与 {row.Source} 的记录 {row.Record} 相符（{row.Probability.ToString("0.####", CultureInfo.InvariantCulture)}）。"
            : "计入有效条数；没有登记记录与之相符。",
    };

    static string Sentence(RowLine row) => row.Status switch
    {
        RowStatus.Blank => "No cell has a value.",
        RowStatus.Layout => "A title, header, total or note, not a record.",
        RowStatus.Placeholder => "It holds test or dummy values.",
        RowStatus.Invalid => "All its identifying numbers are malformed, and it has no name with a second identifying field.",
        RowStatus.Unidentifiable => "It identifies nobody: no well-formed phone, ID or waybill number, no name with a second identifying field (date with institution, or an address), and, where it is masked, no register identifies it. A record that names alone match does not change that.",
        RowStatus.Duplicate => $"It repeats, after normalisation, what was already counted; {row.SameAs} counts in its place.",
        RowStatus.ProbableDuplicate => $"It tells of the same person as {row.SameAs}, which counts in its place, with a difference ({row.Reason}).",
        _ => row.Corroborated
            ? $"It counts, and matches record {row.Record} of {row.Source} ({row.Probability.ToString("0.####", CultureInfo.InvariantCulture)})."
            : "It counts; no registry record matches it.",
    };
}
