using System.Buffers.Binary;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>
/// What must be known of a sheet before its rows are read, found by going over its records once: merged ranges stand behind the rows, and some
/// programs write cells in no order.
/// </summary>
sealed class BiffSheet
{
    const int RowIsHidden = 0x20;
    const int RowsAreHidden = 0x02;
    const int MostHiddenShown = 12;
    const int MostColumns = 256;

    readonly BiffRecords _records;
    readonly int _begin;
    readonly HashSet<int> _hiddenRows = [];
    readonly HashSet<int> _shownRows = [];
    bool _rowsHidden;
    bool _isOrdered = true;

    BiffSheet(BiffRecords records, int begin)
    {
        _records = records;
        _begin = begin;
    }

    /// <summary>Merged ranges.</summary>
    public List<MergedRange> Merges { get; } = [];

    /// <summary>Hidden columns as a message names them.</summary>
    public List<string> HiddenColumns { get; } = [];

    /// <summary>Whether the sheet breaks off.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes over the sheet that begins at a position.</summary>
    public static BiffSheet Of(BiffRecords records, int begin)
    {
        var sheet = new BiffSheet(records, begin);
        var last = 0;
        var ended = false;
        foreach (var at in sheet.Records())
        {
            var row = RowOf(records, at);
            sheet._isOrdered &= row < 0 || row >= last;
            last = Math.Max(last, row);
            ended = records.Type(at) == BiffTypes.End;
            sheet.Take(records.Type(at), records.Content(at));
        }

        sheet.IsCut = !ended;
        return sheet;
    }

    /// <summary>Records that hold cells, by rows.</summary>
    public IEnumerable<int> Cells()
    {
        var cells = Records().Where(at => RowOf(_records, at) >= 0);
        return _isOrdered ? cells : cells.OrderBy(at => RowOf(_records, at));
    }

    /// <summary>0-based row of a record that holds cells; -1 of another.</summary>
    public static int RowOf(BiffRecords records, int at) => records.Content(at) is { Length: >= 6 } content && records.Type(at) is
        BiffTypes.Number or BiffTypes.Label or BiffTypes.Boolean or BiffTypes.Formula or BiffTypes.Formula3 or BiffTypes.Formula4 or BiffTypes.Packed
        or BiffTypes.PackedRow or BiffTypes.SharedLabel or BiffTypes.RichLabel
        or BiffTypes.Integer2 or BiffTypes.Number2 or BiffTypes.Label2 or BiffTypes.Boolean2
        ? BinaryPrimitives.ReadUInt16LittleEndian(content) : -1;

    /// <summary>Whether a 0-based row is hidden.</summary>
    public bool IsHidden(int row) => _hiddenRows.Contains(row) || (_rowsHidden && !_shownRows.Contains(row));

    // Charts within the sheet are substreams with cells of their own.
    IEnumerable<int> Records()
    {
        for (var at = _records.Next(_begin); _records.Has(at); at = _records.IsBegin(at) ? _records.Behind(at) : _records.Next(at))
        {
            yield return at;
            if (_records.Type(at) == BiffTypes.End)
            {
                break;
            }
        }
    }

    void Take(int type, ReadOnlySpan<byte> content)
    {
        switch (type)
        {
            case BiffTypes.Row when content.Length >= 16:
                ((content[12] & RowIsHidden) != 0 ? _hiddenRows : _shownRows).Add(BinaryPrimitives.ReadUInt16LittleEndian(content));
                break;
            case BiffTypes.RowDefaults when content.Length >= 2:
                _rowsHidden = (content[0] & RowsAreHidden) != 0;
                break;
            case BiffTypes.Column when content.Length >= 10 && (content[8] & 1) != 0 && HiddenColumns.Count < MostHiddenShown:
                AddHidden(BinaryPrimitives.ReadUInt16LittleEndian(content), BinaryPrimitives.ReadUInt16LittleEndian(content[2..]));
                break;
            case BiffTypes.Merges when content.Length >= 2:
                AddMerges(content[2..]);
                break;
            default:
                break;
        }
    }

    void AddHidden(int first, int last)
    {
        if (first < MostColumns && last >= first)
        {
            var to = Math.Min(last, MostColumns - 1);
            HiddenColumns.Add(to == first ? CellReference.Letters(first) : $"{CellReference.Letters(first)} to {CellReference.Letters(to)}");
        }
    }

    void AddMerges(ReadOnlySpan<byte> content)
    {
        for (; content.Length >= 8 && Merges.Count < MergedColumns.MostRanges; content = content[8..])
        {
            Merges.Add(new MergedRange(
                BinaryPrimitives.ReadUInt16LittleEndian(content) + 1, BinaryPrimitives.ReadUInt16LittleEndian(content[2..]) + 1,
                BinaryPrimitives.ReadUInt16LittleEndian(content[4..]), BinaryPrimitives.ReadUInt16LittleEndian(content[6..])));
        }
    }
}
