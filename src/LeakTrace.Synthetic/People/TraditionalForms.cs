namespace LeakTrace.Synthetic.People;

/// <summary>Simplified characters of names with the traditional form that a sheet from elsewhere may hold.</summary>
static class TraditionalForms
{
    const string Pairs =
        "张張陈陳刘劉杨楊赵趙吴吳孙孫马馬冯馮邓鄧许許韩韓谢謝罗羅贾賈郑鄭静靜艳艷红紅颖穎莹瑩洁潔华華兰蘭凤鳳琼瓊伟偉宁寧梦夢晓曉" +
        "欢歡庆慶军軍龙龍东東医醫区區号號楼樓苏蘇卢盧叶葉吕呂汤湯钱錢蒋蔣陆陸严嚴顾顧龚龔莲蓮爱愛萧蕭黄黃丽麗飞飛刚剛杰傑" +
        "强強国國学學诗詩语語产產妇婦医醫院院";

    static readonly Dictionary<char, char> _map = Build();

    public static string Of(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = _map.GetValueOrDefault(source[i], source[i]);
            }
        });

    static Dictionary<char, char> Build()
    {
        var map = new Dictionary<char, char>();
        for (var i = 0; i < Pairs.Length; i += 2)
        {
            map.TryAdd(Pairs[i], Pairs[i + 1]);
        }

        return map;
    }
}
