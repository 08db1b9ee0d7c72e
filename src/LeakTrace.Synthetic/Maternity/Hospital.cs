namespace LeakTrace.Synthetic.Maternity;

/// <summary>An invented hospital. <see cref="Code"/> begins its record numbers and account names.</summary>
sealed record Hospital(string Name, string ShortName, string Code, string District)
{
    /// <summary>Largest first.</summary>
    public static readonly IReadOnlyList<Hospital> All =
    [
        new("申江市第一妇婴保健院", "一妇婴", "yfy", "东浦区"),
        new("申江大学附属妇产科医院", "申大妇产", "sdf", "徐汀区"),
        new("申江市第六人民医院", "市六院", "sly", "徐汀区"),
        new("东浦区妇幼保健院", "东浦妇幼", "dpf", "东浦区"),
        new("申江市第三人民医院", "市三院", "ssy", "虹浜区"),
        new("闵湾区中心医院", "闵中心", "mwz", "闵湾区"),
        new("仁泽医院", "仁泽", "rzy", "长泾区"),
        new("宝滩区妇幼保健院", "宝滩妇幼", "btf", "宝滩区"),
        new("松泖区中心医院", "松中心", "smz", "松泖区"),
        new("嘉泽区人民医院", "嘉泽医院", "jzy", "嘉泽区"),
        new("杨桥区中医医院", "杨中医", "yqz", "杨桥区"),
        new("美佑妇产医院", "美佑", "myf", "静川区"),
        new("青渚区中心医院", "青中心", "qzz", "青渚区"),
        new("奉柘区人民医院", "奉柘医院", "fzy", "奉柘区"),
        new("虹浜区妇幼保健院", "虹浜妇幼", "hbf", "虹浜区"),
        new("长泾区妇产医院", "长泾妇产", "cjf", "长泾区"),
    ];

    public static string ShortNameOf(string name)
    {
        foreach (var hospital in All)
        {
            if (hospital.Name == name)
            {
                return hospital.ShortName;
            }
        }

        return name;
    }
}
