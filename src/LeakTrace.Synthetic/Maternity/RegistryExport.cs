using LeakTrace.Synthetic.Files;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>
/// Exports of the registers: several files, each of some hospitals and with its own headers and order of columns.
/// </summary>
sealed class RegistryExport : IDisposable
{
    /// <summary>
    /// Above this many records a register is exported as text, as systems do and spreadsheets demand.
    /// </summary>
    const int WorkbookLimit = 100_000;

    readonly Staff _staff;
    readonly List<(FileStream Stream, IRowWriter Writer, string[] Columns)> _files = [];
    readonly int[] _fileOf;

    public RegistryExport(MaternityOptions options, Staff staff, string folder)
    {
        _staff = staff;
        Directory.CreateDirectory(folder);
        _fileOf = new int[options.Hospitals];
        var alone = options.Hospitals - 1;
        for (var i = 0; i < options.Hospitals; i++)
        {
            _fileOf[i] = i == alone ? 3 : i % 3;
        }

        var workbook = options.RegistryRecords > WorkbookLimit ? FileFormat.CsvUtf8 : FileFormat.Xlsx;
        Open(folder, "登记总表-甲", workbook, "登记号", "产妇姓名", "联系电话", "备用电话", "身份证号", "分娩医院", "分娩日期", "宝宝姓名", "地址", "登记人",
            "登记时间");
        Open(folder, "登记总表-乙", FileFormat.CsvUtf8Bom, "登记编号", "医院名称", "姓名", "手机号码", "证件号码", "宝宝出生日期", "新生儿姓名", "性别",
            "家庭住址", "录入员", "录入时间");
        Open(folder, "登记总表-丙", FileFormat.CsvGb18030, "住院登记号", "母亲姓名", "手机", "紧急联系电话", "生产日期", "住址", "所属医院", "经办人",
            "建档时间");
        Open(folder, staff.Hospitals[alone].Name, workbook, "编号", "孕产妇", "电话", "身份证号码", "分娩时间", "婴儿", "现住址", "登记日期");
    }

    public void Write(Registration registration)
    {
        var (_, writer, columns) = _files[_fileOf[registration.Hospital]];
        var cells = new Cell[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell.Of(Value(columns[i], registration));
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
        writer.BeginSheet("登记");
        writer.Write([.. columns.Select(column => Cell.Of(column))]);
        _files.Add((stream, writer, columns));
    }

    string Value(string column, Registration registration) => column switch
    {
        "登记号" or "登记编号" or "住院登记号" or "编号" => registration.Record,
        "产妇姓名" or "姓名" or "母亲姓名" or "孕产妇" => registration.Name,
        "联系电话" or "手机号码" or "手机" or "电话" => registration.Phone,
        "备用电话" or "紧急联系电话" => registration.BackupPhone,
        "身份证号" or "证件号码" or "身份证号码" => registration.NationalId,
        "分娩医院" or "医院名称" or "所属医院" => _staff.Hospitals[registration.Hospital].Name,
        "分娩日期" or "生产日期" => Day("yyyy-MM-dd", registration),
        "宝宝出生日期" => Day("yyyy/M/d", registration),
        "分娩时间" => Day("yyyy年M月d日", registration),
        "宝宝姓名" or "新生儿姓名" or "婴儿" => registration.Baby,
        "性别" => registration.IsBoy ? "男" : "女",
        "地址" or "家庭住址" or "住址" or "现住址" => registration.Address,
        "登记人" or "录入员" or "经办人" => registration.Recorder,
        "登记时间" or "录入时间" or "建档时间" =>
            registration.RecordedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => registration.RecordedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    static string Day(string format, Registration registration) =>
        registration.Delivered.ToString(format, CultureInfo.InvariantCulture);
}
