using System.Globalization;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest;

/// <summary>Reads a list of payments: payments.csv, an account book, a bank's list.</summary>
public static class PaymentList
{
    const int MostRows = 1_000_000;
    const int MostTitleRows = 20;

    static readonly string[][] _words =
    [
        ["paidat", "time", "date", "paid", "datetime", "timestamp", "when", "时间", "日期", "付款时间", "付款日期", "支付时间", "转账时间", "转账日期", "交易时间", "交易日期", "记账日期", "入账时间"],
        ["payer", "from", "paidby", "buyer", "付款人", "付款方", "支付方", "转出方", "转出人", "买方", "买家", "付款账户", "付款户名", "汇款人"],
        ["payee", "to", "paidto", "seller", "receiver", "收款人", "收款方", "接收方", "转入方", "转入人", "卖方", "卖家", "收款账户", "收款户名"],
        ["amount", "yuan", "sum", "money", "rmb", "cny", "金额", "付款金额", "支付金额", "转账金额", "交易金额", "金额元", "发生额", "元", "钱"],
        ["rows", "records", "count", "quantity", "number", "条数", "数量", "条", "信息条数", "记录数"],
    ];

    /// <summary>
    /// Reads a list, any column order, format and encoding, Chinese or English headers; without a header the columns are paid_at, payer,
    /// payee, amount. Never throws for bad input: a list or line that cannot be used is a problem.
    /// </summary>
    /// <param name="path">File.</param>
    /// <param name="file">Name of the file in the case.</param>
    /// <param name="settings">How files are read; null reads them as usual.</param>
    public static (List<Payment> Payments, List<Problem> Problems) Read(string path, string file, ImportSettings? settings = null)
    {
        var payments = new List<Payment>();
        var problems = new List<Problem>();
        var sheets = FileImporter.Sample(path, settings ?? ImportSettings.Default, CancellationToken.None, MostRows);
        if (sheets.Count == 0 || sheets.All(sheet => sheet.Count == 0))
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "no-payments",
                $"{file}: no lines could be read. Give a CSV file with the columns paid_at, payer, payee, amount."));
            return (payments, problems);
        }

        foreach (var rows in sheets)
        {
            ReadSheet(file, rows, payments, problems);
        }

        return (payments, problems);
    }

    static void ReadSheet(string file, IReadOnlyList<SampleRow> rows, List<Payment> payments, List<Problem> problems)
    {
        if (rows.Count == 0)
        {
            return;
        }

        // Account books have titles above their header.
        var header = 0;
        int[]? columns = null;
        for (; columns is null && header < Math.Min(rows.Count, MostTitleRows); header++)
        {
            columns = NamedColumns.Find(rows[header], _words);
        }

        if (columns is null)
        {
            (columns, header) = ([0, 1, 2, 3, -1], 0);
        }

        if (columns[1] < 0 || columns[2] < 0 || columns[3] < 0)
        {
            problems.Add(new Problem(file, "", rows[Math.Max(0, header - 1)].Row, Severity.Error, "no-payment-columns",
                $"{file}: a column for payer, payee or amount is missing. Name the columns paid_at, payer, payee, amount."));
            return;
        }

        foreach (var row in rows.Skip(header))
        {
            if (row.Filled > 0)
            {
                Add(file, row, columns, payments, problems);
            }
        }
    }

    static void Add(string file, SampleRow row, int[] columns, List<Payment> payments, List<Problem> problems)
    {
        string Cell(int field) => columns[field] < 0 ? "" : row[columns[field]];
        if (Cell(1).Length == 0 || Cell(2).Length == 0 || !ReadAmount(Cell(3), out var amount))
        {
            problems.Add(new Problem(file, "", row.Row, Severity.Warning, "incomplete-payment",
                $"{file}, row {row.Row}: payer or payee is missing, or the amount is no number; the line was left out. Complete it."));
            return;
        }

        var time = Cell(0);
        ulong paidAt = 0;
        if (time.Length > 0 && !DateReader.Read(time, default, out paidAt))
        {
            problems.Add(new Problem(file, "", row.Row, Severity.Warning, "unreadable-payment-time",
                $"{file}, row {row.Row}: the time is not readable; the payment counts as of unknown time. Write it as 2023-05-01 13:45:00."));
        }

        var claimed = long.TryParse(Cell(4), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var rows) && rows > 0 ? rows : 0;
        payments.Add(new Payment(paidAt, Cell(1), Cell(2), amount, file, row.Row, claimed));
    }

    /// <summary>An amount with or without ¥, 元, thousands separators and full-width digits.</summary>
    static bool ReadAmount(string cell, out decimal amount)
    {
        Span<char> folded = stackalloc char[64];
        amount = 0;
        if (cell.Length == 0 || cell.Length > folded.Length)
        {
            return false;
        }

        var text = folded[..CharacterFolding.Fold(cell, folded)].Trim("¥$ ").TrimEnd("元").Trim();
        const NumberStyles Style = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out amount) && Math.Abs(amount) < 1_000_000_000_000m;
    }
}
