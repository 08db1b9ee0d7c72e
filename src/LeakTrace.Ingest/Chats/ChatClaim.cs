using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakTrace.Ingest.Chats;

/// <summary>What the words of a message say of a delivery or a payment: how many records, how much money.</summary>
static partial class ChatClaim
{
    const int LongestLine = 200;
    const string Number = @"(?<n>\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)";

    /// <summary>Records that a line says a delivery has; 0 where it says none.</summary>
    public static long RowsIn(string line) =>
        line.Length <= LongestLine && Records().Match(line) is { Success: true } match ? (long)Read(match) : 0;

    /// <summary>Yuan that a line says its sender paid; 0 where it says none, or that money was received or sent back.</summary>
    public static decimal AmountIn(string line) =>
        line.Length <= LongestLine && !Received().IsMatch(line) && Transfer().Match(line) is { Success: true } match ? Read(match) : 0;

    static decimal Read(Match match)
    {
        var number = decimal.Parse(match.Groups["n"].Value.Replace('，', ','), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return match.Groups["w"].Success ? number * 10_000 : number;
    }

    /// <summary>共1,200条; 3200 条; 800行; 450 rows. Messages are counted in the same words.</summary>
    [GeneratedRegex(@"(?<![\d.:：/-])" + Number + @"(?<w>万)?\s*多?(?:条|行|rows\b|records\b)(?!\s*(?:消息|微信|短信|语音|未读|信息未读|朋友圈))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Records();

    /// <summary>[转账] ¥9,600.00; 微信转账：9600元; 已转9600; 给你打了1万.</summary>
    [GeneratedRegex(@"(?:^\s*[\[【]?(?:微信|支付宝|银行)?(?:转账|红包|Transfer)[\]】]?\s*[:：]?\s*|(?:已转|转了|已付|付了|已打|打了|打款|已汇|汇了|转过去|paid|transferred)(?:给你|你)?(?:了)?\s*[:：]?\s*)(?:[¥￥]|RMB|人民币)?\s*"
        + Number + @"\s*(?<w>万)?\s*(?:元|块钱?|yuan|RMB)?(?!\s*(?:条|行|个|份|单|次|人|rows|records|[\d.%:：年月日号点]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"收到|已收|收款|退还|退回|received|returned", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Received();
}
