using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Synthetic.Courier;

/// <summary>Exports of the waybill database: two regions, each with its own headers and order of columns.</summary>
sealed class WaybillExport : IDisposable
{
    /// <summary>
    /// Above this many records the database is exported as text, as systems do and spreadsheets demand.
    /// </summary>
    const int WorkbookLimit = 100_000;

    /// <summary>The shop platform that keeps a register of orders of its own.</summary>
    public const string Platform = "申江优选平台";

    readonly CourierOptions _options;
    readonly BranchStaff _staff;
    readonly List<(FileStream Stream, IRowWriter Writer, string[] Columns)> _files = [];

    public WaybillExport(CourierOptions options, BranchStaff staff, string folder)
    {
        _options = options;
        _staff = staff;
        Directory.CreateDirectory(folder);
        var workbook = options.RegistryRecords > WorkbookLimit ? FileFormat.CsvUtf8Bom : FileFormat.Xlsx;
        Open(
            folder, "运单库导出_一区", workbook,
            "运单号", "寄件人", "寄件电话", "寄件地址", "收件人", "收件电话", "收件地址", "物品", "网点", "下单时间", "操作员");
        Open(
            folder, "waybills_region2", FileFormat.CsvGb18030,
            "运单编号", "下单日期", "扫描时间", "揽收网点", "扫描员", "收件人姓名", "收件人手机", "收件人地址", "寄件人姓名", "寄件人手机", "内件品名");
        if (options.PlatformShare > 0)
        {
            Open(folder, "平台订单导出", workbook, "运单号", "网点", "收件人", "收件电话", "收件地址", "物品", "下单时间");
        }
    }

    public void Write(Waybill waybill)
    {
        Write(waybill, waybill.Branch % 2, _staff.Branches[waybill.Branch].Name);
        if (_options.PlatformShare > 0 && waybill.Key < _options.RegistryRecords)
        {
            var chance = new Chance(_options.Seed, Topic.Registration, waybill.Key);
            if (chance.Happens(_options.PlatformShare))
            {
                Write(AsTheShopHasIt(waybill, chance), 2, Platform);
            }
        }
    }

    // At least one of the two differs, so that the copies can be told apart.
    static Waybill AsTheShopHasIt(Waybill waybill, Chance chance)
    {
        var slip = chance.Below(2);
        return waybill with
        {
            Recipient = slip == 0 || chance.Happens(0.2) ? Misspelling.Name(chance, waybill.Recipient) : waybill.Recipient,
            Phone = slip == 1 || chance.Happens(0.2) ? Misspelling.SubstituteDigit(chance, waybill.Phone) : waybill.Phone,
        };
    }

    void Write(Waybill waybill, int file, string source)
    {
        var (_, writer, columns) = _files[file];
        var cells = new Cell[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell.Of(Value(columns[i], waybill, source));
        }

        writer.Write(cells);
    }

    public void Dispose()
    {
        foreach (var (stream, writer, _) in _files)
        {
            writer.Dispose();
            stream.Dispose();
        }
    }

    void Open(string folder, string name, FileFormat format, params string[] columns)
    {
        var stream = File.Create(Path.Combine(folder, name + FileFormats.Extension(format)));
        var writer = FileFormats.Open(format, stream);
        writer.BeginSheet("运单");
        writer.Write([.. columns.Select(column => Cell.Of(column))]);
        _files.Add((stream, writer, columns));
    }

    static string Value(string column, Waybill waybill, string source) => column switch
    {
        "运单号" or "运单编号" => waybill.Number,
        "寄件人" or "寄件人姓名" => waybill.Sender,
        "寄件电话" or "寄件人手机" => waybill.SenderPhone,
        "寄件地址" => waybill.SenderAddress,
        "收件人" or "收件人姓名" => waybill.Recipient,
        "收件电话" or "收件人手机" => waybill.Phone,
        "收件地址" or "收件人地址" => waybill.Address,
        "物品" or "内件品名" => waybill.Goods,
        "网点" or "揽收网点" => source,
        "操作员" or "扫描员" => waybill.Scanner,
        "扫描时间" => waybill.ScannedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "下单时间" => waybill.OrderedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => waybill.OrderedAt.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
    };
}
