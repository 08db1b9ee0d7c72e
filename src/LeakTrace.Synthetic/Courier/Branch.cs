namespace LeakTrace.Synthetic.Courier;

/// <summary>
/// An invented branch (网点) of a courier company. <see cref="Code"/> begins the names of its accounts.
/// </summary>
sealed record Branch(string Name, string ShortName, string Code)
{
    const string Places =
        "东浦 徐汀 长泾 静川 虹浜 杨桥 闵湾 宝滩 嘉泽 松泖 青渚 奉柘 南塘 北渡 西岭 金滩 云港 龙津 平湖 新圩 石埠 柳营 桃坞 枫泾";

    /// <summary>Largest first.</summary>
    public static readonly IReadOnlyList<Branch> All =
    [
        .. Places.Split(' ').Select((place, i) => new Branch($"申江{place}网点", $"{place}网点", $"{755100 + (i * 7)}")),
    ];

    public static string ShortNameOf(string name)
    {
        foreach (var branch in All)
        {
            if (branch.Name == name)
            {
                return branch.ShortName;
            }
        }

        return name;
    }
}
