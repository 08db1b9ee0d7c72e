using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Tests.Reports;

/// <summary>Thresholds, money and types of information of the invented trace.</summary>
static class SampleMoney
{
    public static List<ThresholdLine> Thresholds() =>
    [
        new("seller", "L", "四", 4_890, 500, 250, 5_000, 2_500, true)
        {
            InsiderReached = true, InsiderSevereReached = true, Article = "第五条第一款第四项", CountLow = 4_861, CountHigh = 5_012, InsiderCount = 4_890,
            Rows = 5_420, DependsOnKey = true, Note = "role-unknown",
        },
        new("seller", "L", "五", 4_890, 5_000, 2_500, 50_000, 25_000, true)
        {
            InsiderReached = true, InsiderSevereReached = false, Article = "第五条第一款第五项", CountLow = 4_861, CountHigh = 5_012, InsiderCount = 4_890,
            Rows = 5_420, DependsOnKey = true, Role = PartyRole.Insider,
        },
        new("seller", "L", "六", 9.78, 1, 0.5, 10, 5, false) { Unit = "share", Article = "第五条第一款第六项", Note = "reached-alone" },
        new("seller", "L", "七", double.NaN, 5_000, 2_500, 50_000, 25_000, false) { Unit = "yuan", Note = "no-payments", CountLow = double.NaN },
        new("buyer", "Z", "第六条", 61_000, 50_000, double.NaN, double.NaN, double.NaN, true)
        {
            Unit = "yuan", Role = PartyRole.LawfulBusiness, Article = "第六条第一款第一项", CountLow = 61_000, CountHigh = 61_000,
        },
        new("party", "W", "五", 4_100, 5_000, double.NaN, 50_000, double.NaN, true)
        {
            Accumulated = 8_000, Role = PartyRole.Outsider, CountLow = 4_001, CountHigh = 4_200, Rows = 4_600,
        },
    ];

    public static List<ThresholdKeyLine> ThresholdKeys() =>
    [
        new("seller", "L", "五", "linkage", 4_890, 1, false, false, true, false, false),
        new("seller", "L", "五", "row", 5_312, 1, true, false, true, false, true),
        new("seller", "L", "五", "id", 1_604, 0.33, false, false, false, false, true),
    ];

    public static List<LedgerLine> Ledger() =>
    [
        new("2023-02-05 22:22:16", "W", "L", 96m, 24, 4, 4, 24, 0) { Source = "payments.csv", Row = 2, Settlement = 1 },
        new("2023-03-09", "Z", "=W", 31_831m, 7_967, 31_831.0 / 7_967, 4, 7_957.75, -37m)
        {
            Source = "payments/账本.xlsx", Row = 3, Settlement = 1, ClaimedRows = 8_000,
        },
        new("", "Z", "K", 500m, 0, double.NaN, 0, double.NaN, 500m) { Source = "payments.csv", Row = 4, Settlement = 1 },
    ];

    public static List<PriceLine> Prices() =>
        [new("Z", "W", "payments.csv", 8, 7.98, 7.91, 8.06, "2023-02-06", "2023-02", 5, 133, 1_062, 1_064, -2)];

    public static List<PartyLine> Parties() =>
        [new("W", PartyRole.Unknown, "payments.csv", 310_000, 160_000, 150_000, 39_000, 38_000, 39_000, 0)];

    public static List<DisagreementLine> Disagreements() =>
    [
        new("Z", "W", "amount", "payments.csv", 7, "2023-04-05", 190, "payments/银行.csv", 12, "2023-04-05 10:00:00", 200),
        new("Z", "W", "only-second", "payments.csv", 0, "", double.NaN, "payments/银行.csv", 14, "2023-05-05", 80),
        new("Z", "W", "rows", "payments/账本.xlsx", 3, "2023-03-09", 8_000, "seized", 0, "", 7_967),
    ];

    public static List<InformationLine> Information() =>
    [
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "health", "四 五", "D E", 1_800, -1, 1_700),
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "phone", "五", "C", 1_800, 1_790, 1_700),
    ];

    public static List<ColumnLine> Columns() =>
    [
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "B", "person-name", "name", "五", 1_800, 1_800),
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "C", "phone", "phone", "五", 1_800, 1_790),
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "D", "attribute", "health", "四 五", 1_800, 1_204),
        new("移动硬盘/2023-01/发给Z_1.xlsx", "1月", "E", "note", "", "", 1_800, 12),
    ];
}
