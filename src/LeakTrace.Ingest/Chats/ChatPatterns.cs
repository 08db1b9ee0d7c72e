using System.Text.RegularExpressions;

namespace LeakTrace.Ingest.Chats;

/// <summary>How exported chats write the head of a message, the line between two days, and the file that was sent.</summary>
static partial class ChatPatterns
{
    const string Clock = @"(?:上午|下午|凌晨|早上|清晨|中午|傍晚|晚上|AM|PM)?\s*\d{1,2}[:：]\d{2}(?>(?:[:：]\d{2})?)(?!\d)(?:\s*[AaPp]\.?[Mm]\.?)?";
    const string Day = @"(?:\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?|\d{1,2}月\d{1,2}日)";
    const string Stamp = @"(?<stamp>" + Day + @"(?:\s*(?:星期|周)[一二三四五六日天])?[\sT,，]*" + Clock + ")";
    const string Who = @"(?<who>[^\s,;|:：""\[\]<>][^\t,;|:：""<>]{0,38}?)";

    /// <summary>2023年5月1日 12:33 王五: text; [2023/5/1 12:33] 王五：text; 5/1/23, 12:33 PM - Wang: text.</summary>
    [GeneratedRegex(@"^\s*[\[【(]?" + Stamp + @"[\]】)]?[\s\-–—]+" + Who + @"\s*[:：]\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex StampedLine();

    /// <summary>王五 2023-05-01 12:33:20: text.</summary>
    [GeneratedRegex(@"^\s*" + Who + @"\s+[\[【(]?" + Stamp + @"[\]】)]?\s*[:：]\s*(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex NamedLine();

    /// <summary>2023-05-01 12:33:20 王五, with the words in the lines below.</summary>
    [GeneratedRegex(@"^\s*[\[【(]?" + Stamp + @"[\]】)]?\s+" + Who + @"\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex StampedHead();

    /// <summary>王五 2023-05-01 12:33:20, with the words in the lines below.</summary>
    [GeneratedRegex(@"^\s*" + Who + @"[\s:：]+[\[【(]?" + Stamp + @"[\]】)]?\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex NamedHead();

    /// <summary>王五 12:33, below a line with the day.</summary>
    [GeneratedRegex(@"^\s*" + Who + @"\s+[\[【(]?(?<stamp>" + Clock + @")[\]】)]?\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex ClockHead();

    /// <summary>12:33 王五: text, below a line with the day.</summary>
    [GeneratedRegex(@"^\s*[\[【(]?(?<stamp>" + Clock + @")[\]】)]?\s+" + Who + @"\s*[:：]\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex ClockLine();

    /// <summary>————— 2023-05-01 —————.</summary>
    [GeneratedRegex(@"^[\s\-—–_=*·~#]*(?<stamp>" + Day + @")(?:\s*(?:星期|周)[一二三四五六日天])?[\s\-—–_=*·~#]*$", RegexOptions.CultureInvariant)]
    public static partial Regex DayLine();

    /// <summary>与王五的聊天记录; 聊天对象：王五; 群聊：妈妈群; Chat with Wang.</summary>
    [GeneratedRegex(@"(?:^|[\s_/])(?:与|和|跟)\s*(?<who>[^\s:：_/]{1,30}?)\s*的?(?:微信|QQ)?(?:聊天|对话|消息)|"
        + @"(?:聊天对象|消息对象|会话对象|对话对象|联系人)\s*[:：]\s*(?<who>[^\s:：]{1,30})|(?<group>群聊|群名称|群名)\s*[:：_「\s]\s*(?<who>[^\s:：」_/]{1,30})|"
        + @"[Cc]hat\s+with\s+(?<who>[^:：/.]{1,30}?)\s*(?:$|\.)", RegexOptions.CultureInvariant)]
    public static partial Regex Partner();

    /// <summary>A message that is a file: [文件] 名单.xlsx; 文件：名单.xlsx（1.2MB）; 名单.xlsx.</summary>
    [GeneratedRegex(@"^\s*(?:[\[【<(（「]\s*(?:文件|附件|文档|表格|File|file|Excel|excel)\s*[:：]?\s*(?<inner>[^\]】>)）」]*?\.\w{2,4})?\s*[\]】>)）」]|(?:发送了?|分享了?)?\s*(?:文件|附件|File|file)\s*[:：]|"
        + @"(?:发送了?|分享了?)(?:一个)?(?:文件|附件)|(?:sent|Sent)(?: a file)?:?)?\s*[""“《「]?(?<name>[^""”》」<>|?*]*?\.(?:xlsx|xlsm|xlsb|xls|et|ods|csv|tsv|txt|html?|xml|zip|rar|7z|docx?|wps|pdf))?"
        + @"[""”》」]?\s*(?:[（(\[]\s*[\d.,]+\s*[KMGkmg]?[Bb]?\s*[)）\]])?\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex SentFile();
}
