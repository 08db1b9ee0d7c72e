namespace LeakTrace.Synthetic.People;

/// <summary>Chinese surnames with their rough share of the population in per cent.</summary>
static class Surnames
{
    const string Shares =
        "王7.2 李7.0 张6.8 刘5.4 陈4.6 杨3.1 黄2.3 赵2.1 吴2.05 周1.95 徐1.6 孙1.5 马1.3 朱1.25 " +
        "胡1.2 郭1.15 何1.1 林1.1 高1.05 罗1.0 郑0.95 梁0.9 谢0.8 宋0.78 唐0.7 许0.68 韩0.65 邓0.63 " +
        "冯0.62 曹0.6 彭0.58 曾0.57 肖0.56 田0.54 董0.52 潘0.5 袁0.49 蔡0.48 蒋0.47 余0.46 于0.45 杜0.44 " +
        "叶0.43 程0.42 魏0.41 苏0.4 吕0.39 丁0.38 任0.37 卢0.36 姚0.35 沈0.35 钟0.34 姜0.33 崔0.32 谭0.31 " +
        "陆0.31 范0.3 汪0.29 廖0.28 石0.27 金0.27 韦0.26 贾0.26 夏0.25 付0.24 方0.24 邹0.23 熊0.22 白0.22 " +
        "孟0.22 秦0.21 邱0.21 侯0.2 江0.2 尹0.19 薛0.19 闫0.18 段0.18 雷0.18 龙0.17 黎0.17 史0.17 陶0.16 " +
        "贺0.16 毛0.16 郝0.15 顾0.15 龚0.15 邵0.15 万0.14 覃0.14 武0.14 钱0.14 戴0.13 严0.13 莫0.13 孔0.12 " +
        "向0.12 常0.12 汤0.11 康0.11 易0.1 乔0.1 赖0.1 文0.1 樊0.09 殷0.09 施0.09 洪0.09 翟0.09 安0.09 " +
        "颜0.08 倪0.08 牛0.08 温0.08 芦0.08 季0.07 俞0.07 章0.07 鲁0.07 葛0.07 伍0.07 申0.07 尤0.06 毕0.06 " +
        "聂0.06 焦0.06 齐0.06 柳0.06 邢0.06 关0.06 岳0.05 梅0.05 庄0.05 祝0.05 左0.05 涂0.05 耿0.05 詹0.05 " +
        "路0.05 霍0.04 宁0.04 房0.04 苗0.04 柯0.04 凌0.04 阮0.04 纪0.04 欧阳0.06 上官0.02 诸葛0.01 司马0.01 东方0.005 " +
        "令狐0.01";

    static readonly WeightedChoice<string> _choice = new(Shares.Split(' ').Select(entry =>
    {
        var digit = entry.AsSpan().IndexOfAnyInRange('0', '9');
        return (entry[..digit], double.Parse(entry.AsSpan(digit), CultureInfo.InvariantCulture));
    }));

    public static string Draw(Chance chance) => _choice.Draw(chance);

    /// <summary>Length of the surname at the front of a name, by whether it starts with a compound one.</summary>
    public static int LengthIn(string name) =>
        name.Length > 2 && name[..2] is "欧阳" or "上官" or "诸葛" or "司马" or "东方" or "令狐" ? 2 : 1;
}
