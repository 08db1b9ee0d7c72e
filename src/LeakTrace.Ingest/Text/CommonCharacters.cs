using System.Buffers;

namespace LeakTrace.Ingest.Text;

/// <summary>Characters that tables of people are full of, in simplified and traditional writing.</summary>
static class CommonCharacters
{
    static readonly SearchValues<char> _common = SearchValues.Create(
        // Surnames
        "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧"
        + "姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴"
        // Given names
        + "丽麗秀桂淑小海华華英兰蘭芳红紅燕敏静靜娟艳艷霞玲娜洁潔梅莉平军軍强強伟偉杰傑涛濤明勇磊建国國文玉美雪婷慧佳欣雨子轩軒涵梓怡宇浩晨嘉俊"
        // Places and addresses
        + "省市区區县縣镇鎮乡鄉村路街道弄号號栋棟楼樓室单單元园園新花苑城东東西南北中上下大山州沙河湖广廣台臺湾灣"
        // Headers and words
        + "姓名电電话話手机機身份证證码碼地址医醫院妇婦产產科日期出生年月性别別男女备備注註序编編快递遞收寄件人员員分公司第一二三四五六七八九十的不是在有无無"
        // Words of logs
        + "查看打印导導操作账賬帐帳户戶登录錄时時间間类類型修改删刪除增读讀写寫备備份");

    /// <summary>Number of common characters in a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAny(_common) is >= 0 and var at)
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
