using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Tests.Reports;

/// <summary>An invented trace of the size and shape of a real one, the same at every run; its counts add up.</summary>
static class SampleTrace
{
    static readonly string[] _hospitals =
    [
        "上海市第一妇婴保健院", "国际和平妇幼保健院", "红房子医院(黄浦院区)", "第六人民医院东院", "长宁区妇幼保健院", "浦东新区人民医院", "闵行区中心医院",
        "宝山区吴淞中心医院", "嘉定区妇幼保健院", "松江区中心医院", "青浦区中山医院分院", "奉贤区中心医院",
    ];

    static readonly string[] _months = ["2023-01", "2023-02", "2023-03", "2023-04", "2023-05", "2023-06", "2023-07", "2023-08"];

    public static TraceResult Build()
    {
        var files = Counts();
        return new TraceResult(
            Inputs(files), Rows(files), Matches(files), Sources(), Accounts(), AllCounts(files), Files(files), Problems(), Linkage(),
            new TraceSettings { Seed = 20230901 })
        {
            Thresholds = SampleMoney.Thresholds(),
            ThresholdKeys = SampleMoney.ThresholdKeys(),
            Ledger = SampleMoney.Ledger(),
            Prices = SampleMoney.Prices(),
            Parties = SampleMoney.Parties(),
            Disagreements = SampleMoney.Disagreements(),
            Information = SampleMoney.Information(),
            SourcesByScope = Scopes("register", _hospitals[0], _hospitals[1]),
            AccountsByScope = Scopes("account", "L_zongbu", "W_yiyuan"),
            Columns = SampleMoney.Columns(),
            HasNewborns = true,
        };
    }

    static List<ScopeLine> Scopes(string kind, string first, string second)
    {
        var lines = new List<ScopeLine>();
        foreach (var (scope, key) in new[] { ("edge", "L→W"), ("edge", "W→Z") }.Concat(_months.Select(month => ("month", month))))
        {
            lines.Add(new ScopeLine(scope, key, first, kind, 902.5, 811.2, 0.412, 0.397, 0.428, 1_204.8, true));
            lines.Add(new ScopeLine(scope, key, second, kind, 61, 12.4, 0.021, 0, 0.04, 1.9, false));
            lines.Add(new ScopeLine(scope, key, "elsewhere", "elsewhere", 1_011, 187.4, 0.0009, 0.0007, 0.0011, double.NaN, false));
        }

        return lines;
    }

    /// <summary>Counts of each seized file.</summary>
    static List<CountLine> Counts()
    {
        var random = new Random(5);
        var files = new List<CountLine>();
        for (var i = 0; i < 26; i++)
        {
            var month = _months[i % _months.Length];
            var name = i % 3 == 0 ? $"移动硬盘/{month}/发给Z_{i + 1}.xlsx" : $"办公电脑/微信文件/{month} 新生儿{i + 1}.xlsx";
            long valid = random.Next(600, 2_400), duplicate = random.Next(valid > 2_000 ? 900 : 300), probable = random.Next(60);
            long blank = random.Next(20), placeholder = random.Next(8), unidentifiable = random.Next(40), invalid = random.Next(25);
            var total = valid + duplicate + probable + blank + placeholder + unidentifiable + invalid + 2;
            files.Add(new CountLine(
                "file", name, total, blank, 2, placeholder, unidentifiable, invalid, duplicate, probable, valid, valid * 94 / 100,
                valid / 90, valid - valid / 100, valid / 3, valid + probable, valid + probable + duplicate / 2)
            {
                ValidLow = valid - valid / 150,
                ValidHigh = valid + probable,
            });
        }

        return files;
    }

    static List<CountLine> AllCounts(List<CountLine> files)
    {
        var all = Sum("all", "", files);
        var toBuyer = Sum("edge", "W→Z", files[..20]);
        var toClerk = Sum("edge", "L→W", files[20..]);
        var lines = new List<CountLine>
        {
            all, toClerk, toBuyer, toClerk with { Scope = "seller", Key = "L" }, toBuyer with { Scope = "seller", Key = "W" },
            toClerk with { Scope = "buyer", Key = "W" }, toBuyer with { Scope = "buyer", Key = "Z" }, all with { Scope = "party", Key = "W" },
        };
        lines.AddRange(files.OrderBy(line => line.Key, StringComparer.Ordinal));
        lines.AddRange(_hospitals.Take(3).Select((hospital, i) => Sum("source", hospital, files[(i * 8)..(i * 8 + 8)])));
        lines.Add(Sum("source", "", files[24..]));
        lines.AddRange(_months.Select((month, i) => Sum("month", month, [.. files.Where((_, file) => file % _months.Length == i)])));
        return lines;
    }

    static CountLine Sum(string scope, string key, List<CountLine> lines)
    {
        long Of(Func<CountLine, long> value) => lines.Sum(value);
        return new CountLine(
            scope, key, Of(l => l.Total), Of(l => l.Blank), Of(l => l.Layout), Of(l => l.Placeholder), Of(l => l.Unidentifiable),
            Of(l => l.Invalid), Of(l => l.Duplicate), Of(l => l.ProbableDuplicate), Of(l => l.Valid), Of(l => l.Corroborated),
            Of(l => l.PhoneOnly), Of(l => l.ByPhone), Of(l => l.ById), Of(l => l.ByNamePhone), Of(l => l.ByRow))
        {
            ValidLow = Of(l => l.ValidLow),
            ValidHigh = Of(l => l.ValidHigh),
        };
    }

    static List<InputLine> Inputs(List<CountLine> files)
    {
        var inputs = files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select((file, i) => new InputLine(file.Key, Hash(i), file.Total * 83, "xlsx", "", 1, file.Total, i % 9 == 0 ? 1 : 0)).ToList();
        inputs.Add(new InputLine("registry/登记系统导出.csv", Hash(90), 118_204_331, "csv", "GB18030", 1, 1_000_001, 0));
        inputs.Add(new InputLine("access-log/2023.csv", Hash(91), 31_772_090, "csv", "UTF-8", 1, 412_906, 1));
        return inputs;
    }

    static List<RowLine> Rows(List<CountLine> files) =>
    [
        new(files[0].Key, "1月", 1, RowStatus.Layout, "header", "", "", false, "", "", double.NaN),
        new(files[0].Key, "1月", 2, RowStatus.Valid, "first", "", "P000001", true, "D20230100017", _hospitals[0], 0.9999997),
        new(files[0].Key, "1月", 3, RowStatus.Duplicate, "same-person", $"{files[0].Key}!1月!2", "P000001", true, "D20230100017", _hospitals[0], 0.9999997),
        new(files[0].Key, "1月", 4, RowStatus.ProbableDuplicate, "linked", $"{files[0].Key}!1月!2", "P000001", false, "", "", 0.0123456789),
        new(files[0].Key, "1月", 5, RowStatus.Unidentifiable, "no-identifier", "", "", false, "", "", double.NaN),
    ];

    static List<MatchLine> Matches(List<CountLine> files) =>
    [
        new(files[0].Key, "1月", 2, _hospitals[0], "D20230100017", 0.9999997, 21.668912340000001, MatchClass.Match, "phone=exact +24.1; name=toneless-pinyin +6.0"),
        new(files[0].Key, "1月", 2, _hospitals[1], "0017", 0.052, -4.1887, MatchClass.Review, "phone=absent 0.0; name=exact-common +8.3"),
        new(files[0].Key, "1月", 4, _hospitals[0], "D20230100017", 0.0123456789, -6.32, MatchClass.NonMatch, "name=surname-only +3.1"),
    ];

    static List<SourceLine> Sources()
    {
        double[] rates = [0.412, 0.287, 0.094, 0.0011, 0.0007, 0.0004, 0, 0, 0, 0, 0, 0];
        double[] explained = [17_240.4, 9_816.7, 3_502.2, 61.3, 22.1, 9.4, 0, 0, 0, 0, 0, 0];
        double[] bits = [24_118.2, 13_077.6, 3_911.5, 6.2, 1.1, 0.3, 0, 0, 0, 0, 0, 0];
        var sources = _hospitals.Select((hospital, i) => new SourceLine(
            i + 1, hospital, "register", 41_840 - i * 1_913, (long)explained[i] + 300 - i * 20, explained[i] + 280 - i * 21,
            (explained[i] + 280 - i * 21) / 34_102, (explained[i] + 300 - i * 20) / (41_840 - i * 1_913), rates[i] * 9.6 + 0.05,
            explained[i] * 0.81, explained[i], rates[i], Math.Max(0, rates[i] * 0.97 - 0.0003), rates[i] * 1.03 + 0.0009, bits[i], i < 3,
            i < 8 ? 1 : 0.31)).ToList();
        sources.Add(new SourceLine(
            0, "elsewhere", "elsewhere", 0, 0, 2_817, 0.0826, double.NaN, double.NaN, 2_817, 3_449.9, 0.0009, 0.0007, 0.0011, double.NaN, false, double.NaN));
        return sources;
    }

    static List<AccountLine> Accounts()
    {
        var accounts = new List<AccountLine>();
        for (var i = 0; i < 64; i++)
        {
            var isInsider = i < 2;
            var read = isInsider ? 31_204 - i * 9_000 : 12_000 - i * 150;
            var matched = isInsider ? read * (0.83 - i * 0.2) : read * 0.031;
            accounts.Add(new AccountLine(
                i + 1, i == 0 ? "L_zongbu" : i == 1 ? "W_yiyuan" : i is 7 or 8 ? $"shift{i}" : $"u{1_000 + i * 37}", _hospitals[i % 12], read, matched,
                matched * 0.98, read * 0.036, matched * (isInsider ? 0.6 : 0.02), isInsider ? matched * 0.91 : Math.Max(0, 40 - i * 2.2),
                isInsider ? 0.79 - i * 0.21 : 0.002 / (i + 1), isInsider ? 0.78 - i * 0.21 : 0, isInsider ? 0.8 - i * 0.21 : 0.006 / i,
                isInsider ? 21_904.7 - i * 12_000 : Math.Max(0, 12.4 - i * 1.7), isInsider, i == 63 ? double.NaN : 31.5 + i * 4, i is 7 or 8 ? 2 : 1));
        }

        accounts.Add(new AccountLine(
            0, "elsewhere", "", 0, 4_311, 0, double.NaN, 4_311, 5_120.5, 0.0031, 0.0027, 0.0034, double.NaN, false, double.NaN, 1));
        return accounts;
    }

    static List<FileLine> Files(List<CountLine> counts) => counts.OrderBy(line => line.Key, StringComparer.Ordinal).Select((line, i) => new FileLine(
        line.Key, line.Key[..line.Key.IndexOf('/', StringComparison.Ordinal)], line.Valid, i % 6 == 5 ? 0 : line.Valid * (100 - i) / 100,
        i % 6 == 5 ? counts[i - 1].Key : "", i % 7 == 6 ? counts[2].Key : "", i == 0 ? "" : counts[i - 1].Key, i % 6 == 5 ? 1 : 0.31 - i * 0.01))
        .ToList();

    static List<Problem> Problems() =>
    [
        new("办公电脑/微信文件/2023-02 新生儿2.xlsx", "", 0, Severity.Error, "encrypted", "The workbook asks for a password. Give it in passwords.txt."),
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", 0, Severity.Warning, "precision-lost", "Column 4: 212 identity numbers lost their last digits in a double."),
        new("access-log/2023.csv", "", 40_112, Severity.Note, "unclosed-quote", "A quote is not closed; the line was read as it stands."),
    ];

    static LinkageSummary Linkage() => new(
        45_310, 1_000_000, 3_911_204, 3.2e-8, 14, true, 0, -4.25,
        [
            new("phone", "exact", 0.94, 1.1e-7, 23.03, 38_611), new("phone", "one-digit", 0.02, 4e-6, 12.29, 790),
            new("phone", "different", 0.04, 0.999, -4.64, 404), new("phone", "absent", double.NaN, double.NaN, 0, 91),
            new("name", "exact-rare", 0.55, 2e-5, 14.75, 20_017), new("name", "exact-common", 0.3, 0.003, 6.64, 16_200),
            new("name", "toneless-pinyin", 0.06, 0.002, 4.91, 2_380), new("name", "different", 0.02, 0.96, -5.58, 51),
            new("event-date", "exact", 0.9, 0.0011, 9.68, 37_402), new("event-date", "one-day", 0.06, 0.0022, 4.77, 2_101),
            new("event-date", "different", 0.04, 0.99, -4.63, 300), new("institution", "same-large", 0.97, 0.09, 3.43, 39_000),
            new("institution", "different", 0.03, 0.91, -4.92, 211),
        ],
        [new("phone 3-4 | 4", 1_912_400, 0), new("name + date ±1", 2_310_027, 0), new("pinyin + institution", 41_206_112, 3_104_000)]);

    static string Hash(int seed) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)seed]));
}
