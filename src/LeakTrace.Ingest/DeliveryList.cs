using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest;

/// <summary>Reads deliveries.csv: which file went from which seller to which buyer, and when.</summary>
public static class DeliveryList
{
    const int MostRows = 1_000_000;

    static readonly string[][] _words =
    [
        ["file", "filename", "path", "name", "attachment", "文件", "文件名", "文件名称", "文档", "附件", "路径"],
        ["seller", "from", "sender", "source", "sentby", "卖方", "卖家", "发送人", "发送者", "发送方", "发件人", "出售人", "上家", "提供人", "提供者"],
        ["buyer", "to", "receiver", "recipient", "sentto", "买方", "买家", "接收人", "接收者", "接收方", "收件人", "购买人", "下家", "收买人"],
        ["sentat", "time", "date", "sent", "datetime", "timestamp", "when", "时间", "发送时间", "日期", "发送日期", "交付时间", "传输时间"],
    ];

    /// <summary>
    /// Reads the list, any column order and encoding, Chinese or English headers; without a header the columns are file, seller, buyer, time.
    /// Never throws for bad input: a list or line that cannot be used is a problem.
    /// </summary>
    public static (List<Delivery> Deliveries, List<Problem> Problems) Read(string path, ImportSettings? settings = null)
    {
        var file = Path.GetFileName(path);
        var deliveries = new List<Delivery>();
        var problems = new List<Problem>();
        var sheets = FileImporter.Sample(path, settings ?? ImportSettings.Default, CancellationToken.None, MostRows);
        if (sheets.Count == 0 || sheets[0].Count == 0)
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "no-deliveries",
                $"{file}: no lines could be read. Give a CSV file with the columns file, seller, buyer, sent_at."));
            return (deliveries, problems);
        }

        var rows = sheets[0];
        var columns = NamedColumns.Find(rows[0], _words);
        var hasHeader = columns is not null;
        columns ??= [0, 1, 2, 3];
        if (columns[0] < 0 || columns[1] < 0 || columns[2] < 0)
        {
            problems.Add(new Problem(file, "", rows[0].Row, Severity.Error, "no-columns",
                $"{file}: a column for file, seller or buyer is missing. Name the columns file, seller, buyer, sent_at."));
            return (deliveries, problems);
        }

        foreach (var row in rows.Skip(hasHeader ? 1 : 0))
        {
            Add(file, row, columns, deliveries, problems);
        }

        return (deliveries, problems);
    }

    static void Add(string file, SampleRow row, int[] columns, List<Delivery> deliveries, List<Problem> problems)
    {
        string Cell(int field) => columns[field] < 0 ? "" : row[columns[field]];
        var name = Cell(0).Replace('\\', '/');
        if (name.Length == 0 || Cell(1).Length == 0 || Cell(2).Length == 0)
        {
            problems.Add(new Problem(file, "", row.Row, Severity.Warning, "incomplete-delivery",
                $"{file}, row {row.Row}: file, seller or buyer is missing; the line was left out. Complete it."));
            return;
        }

        var time = Cell(3);
        ulong sentAt = 0;
        if (time.Length > 0 && !DateReader.Read(time, default, out sentAt))
        {
            problems.Add(new Problem(file, "", row.Row, Severity.Warning, "unreadable-time",
                $"{file}, row {row.Row}: the time is not readable; the delivery counts as of unknown time. Write it as 2023-05-01 13:45:00."));
        }

        deliveries.Add(new Delivery(name, Cell(1), Cell(2), sentAt, row.Row));
    }
}
