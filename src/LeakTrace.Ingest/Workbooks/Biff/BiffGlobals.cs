using System.Buffers.Binary;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>What holds for all sheets of a workbook: texts, formats, days, code page; before version 5 the only sheet says it itself.</summary>
sealed class BiffGlobals
{
    const int GlobalsKind = 0x0005;
    const int ModuleKind = 0x0006;
    const int ChartKind = 0x0020;
    const int WorkspaceKind = 0x0100;
    const int MostSheets = 10_000;

    readonly BiffRecords _records;
    readonly Dictionary<int, CellFormat> _codes = [];
    readonly List<int> _styles = [];
    readonly List<(string Name, bool IsHidden, int At)> _sheets = [];
    readonly bool _isDecrypted;

    BiffGlobals(BiffRecords records, bool isDecrypted)
    {
        _records = records;
        _isDecrypted = isDecrypted;
    }

    /// <summary>Whether days count from 1904.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>Content of the record that says how the others are encrypted; null where they are not.</summary>
    public byte[]? Pass { get; private set; }

    /// <summary>Whether records that should be there are not.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Encoding of texts before version 8.</summary>
    public Encoding Encoding { get; private set; } = Encoding.GetEncoding("gb18030");

    /// <summary>Shared texts.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>Sheets in order: name, whether hidden, where each begins, -1 where it is not there; charts and modules are none.</summary>
    public IReadOnlyList<(string Name, bool IsHidden, int At)> Sheets => _sheets;

    /// <summary>Reads what comes before the sheets; null where the stream is no workbook.</summary>
    /// <param name="records">The stream.</param>
    /// <param name="isDecrypted">Whether records that were encrypted no longer are.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static BiffGlobals? Read(BiffRecords records, bool isDecrypted, CancellationToken cancellation)
    {
        if (!records.Has(0) || !records.IsBegin(0) || records.Content(0).Length < 4)
        {
            return null;
        }

        records.Version = records.Type(0) switch
        {
            BiffTypes.Begin2 => 2,
            BiffTypes.Begin3 => 3,
            BiffTypes.Begin4 => 4,
            _ => BinaryPrimitives.ReadUInt16LittleEndian(records.Content(0)) >= 0x0600 ? 8 : 5,
        };
        var globals = new BiffGlobals(records, isDecrypted);
        var end = globals.ReadRecords(cancellation);
        if (globals._sheets.Count == 0)
        {
            globals.FindSheets(KindOf(records, 0) == GlobalsKind ? end : 0);
        }
        else if (globals._sheets.Exists(sheet => sheet.At < 0))
        {
            globals.FindLost(end);
        }

        return globals;
    }

    /// <summary>What a style, or before version 3 a format, makes of numbers.</summary>
    public CellFormat FormatOf(int style)
    {
        var format = _records.Version == 2 ? style : (uint)style < (uint)_styles.Count ? _styles[style] : 0;
        return _codes.TryGetValue(format, out var found) ? found : _records.Version < 5 ? CellFormat.Number : NumberFormats.OfBuiltIn(format);
    }

    static int KindOf(BiffRecords records, int at) => records.Content(at) is { Length: >= 4 } content ? BinaryPrimitives.ReadUInt16LittleEndian(content[2..]) : 0;

    // Position behind what was read.
    int ReadRecords(CancellationToken cancellation)
    {
        var at = 0;
        var ended = false;
        while (!ended && _records.Has(at) && Pass is null)
        {
            if (_records.IsBegin(at) && at > 0)
            {
                break;
            }

            ended = _records.Type(at) == BiffTypes.End;
            Take(at, cancellation);
            at = _records.Next(at);
        }

        IsCut = !ended && Pass is null;
        return at;
    }

    void Take(int at, CancellationToken cancellation)
    {
        var content = _records.Content(at);
        switch (_records.Type(at))
        {
            case BiffTypes.FilePass when !_isDecrypted:
                Pass = content.ToArray();
                break;
            case BiffTypes.DateMode when content.Length >= 2:
                Is1904 = content[0] == 1;
                break;
            case BiffTypes.CodePage when content.Length >= 2:
                Encoding = EncodingOf(BinaryPrimitives.ReadUInt16LittleEndian(content));
                break;
            case BiffTypes.Texts:
                Texts = BiffTexts.Shared(_records, at, cancellation);
                break;
            case BiffTypes.BoundSheet when content.Length >= 8 && _sheets.Count < MostSheets:
                AddSheet(at, content);
                break;
            case BiffTypes.Format2 or BiffTypes.Format:
                AddFormat(at, content);
                break;
            case BiffTypes.Style3 or BiffTypes.Style4 when content.Length >= 2:
                _styles.Add(content[1]);
                break;
            case BiffTypes.Style when content.Length >= 4:
                _styles.Add(BinaryPrimitives.ReadUInt16LittleEndian(content[2..]));
                break;
            default:
                break;
        }
    }

    void AddSheet(int at, ReadOnlySpan<byte> content)
    {
        const int Worksheet = 0;
        const int MacroSheet = 1;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(content);
        var name = new BiffTexts(_records, Encoding, at, 6).Read(lengthBytes: 1) ?? "";
        var isThere = start < int.MaxValue && _records.Has((int)start) && _records.IsBegin((int)start);
        if (content[5] is Worksheet or MacroSheet)
        {
            _sheets.Add((name.Trim('\0'), content[4] % 4 != 0, isThere ? (int)start : -1));
        }
    }

    void AddFormat(int at, ReadOnlySpan<byte> content)
    {
        var version = _records.Version;
        var (id, start) = version < 4 ? (_codes.Count, 0) : version == 4 ? (_codes.Count, 2)
            : content.Length >= 2 ? (BinaryPrimitives.ReadUInt16LittleEndian(content), 2) : (0, 0);
        _codes[id] = NumberFormats.OfCode(new BiffTexts(_records, Encoding, at, start).Read(version == 8 ? 2 : 1));
    }

    // Without a list of sheets each substream of that kind is one, as in files that hold only a sheet.
    void FindSheets(int from)
    {
        foreach (var at in Substreams(from).Take(MostSheets))
        {
            _sheets.Add((_sheets.Count == 0 ? "" : FormattableString.Invariant($"{_sheets.Count + 1}"), false, at));
            IsCut = false;
        }
    }

    // A sheet that is not where the list says is the next that nobody names.
    void FindLost(int from)
    {
        var unnamed = new Queue<int>(Substreams(from).Except(_sheets.Select(sheet => sheet.At)));
        for (var i = 0; i < _sheets.Count && unnamed.Count > 0; i++)
        {
            if (_sheets[i].At < 0)
            {
                _sheets[i] = _sheets[i] with { At = unnamed.Dequeue() };
            }
        }
    }

    IEnumerable<int> Substreams(int at)
    {
        while (_records.Has(at))
        {
            var kind = _records.IsBegin(at) ? KindOf(_records, at) : GlobalsKind;
            if (kind is not (GlobalsKind or ModuleKind or ChartKind or WorkspaceKind))
            {
                yield return at;
            }

            at = _records.IsBegin(at) && kind != WorkspaceKind ? _records.Behind(at) : _records.Next(at);
        }
    }

    static Encoding EncodingOf(int codePage)
    {
        const int Utf16 = 1200;
        const int ChineseSimplified = 936;
        const int Macintosh = 32_768;
        const int Windows = 32_769;
        try
        {
            return codePage switch
            {
                Utf16 or ChineseSimplified => Encoding.GetEncoding("gb18030"),
                Macintosh => Encoding.GetEncoding(10_000),
                Windows => Encoding.GetEncoding(1252),
                _ => Encoding.GetEncoding(codePage),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding("gb18030");
        }
    }
}
