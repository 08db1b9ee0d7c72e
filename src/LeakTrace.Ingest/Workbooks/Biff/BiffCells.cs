using System.Buffers.Binary;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>Turns the records of cells into the text that normalisation reads, as <see cref="WorkbookCells"/> says of dates and numbers.</summary>
sealed class BiffCells
{
    const ushort NotANumber = 0xFFFF;

    readonly BiffRecords _records;
    readonly BiffGlobals _globals;
    readonly bool _is1904;

    /// <summary>Creates the cells of a workbook.</summary>
    public BiffCells(BiffRecords records, BiffGlobals globals, bool is1904)
    {
        _records = records;
        _globals = globals;
        _is1904 = is1904;
    }

    /// <summary>Adds the cells of a record to the row, and its errors to the totals.</summary>
    public void Add(SheetRow row, int at, ref SheetTotals totals)
    {
        var content = _records.Content(at);
        var column = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
        if (_records.Type(at) == BiffTypes.PackedRow)
        {
            for (var cells = content[4..^2]; cells.Length >= 6; cells = cells[6..])
            {
                AddNumber(row, column++, BinaryPrimitives.ReadUInt16LittleEndian(cells), Unpacked(BinaryPrimitives.ReadUInt32LittleEndian(cells[2..])), ref totals);
            }

            return;
        }

        // Before version 3 three bytes of attributes stand where later the number of a style does; the second says the format.
        var is2 = _records.Version == 2;
        var start = is2 ? 7 : 6;
        if (content.Length < start + 2)
        {
            return;
        }

        var style = is2 ? content[5] & 0x3F : BinaryPrimitives.ReadUInt16LittleEndian(content[4..]);
        var value = content[start..];
        switch (_records.Type(at))
        {
            case BiffTypes.SharedLabel when value.Length >= 4:
                var number = BinaryPrimitives.ReadUInt32LittleEndian(value);
                row.Add(column, number < _globals.Texts.Count ? _globals.Texts[(int)number] : "");
                break;
            case BiffTypes.Label or BiffTypes.RichLabel or BiffTypes.Label2:
                row.Add(column, Text(at, start, is2 ? 1 : 2));
                break;
            case BiffTypes.Packed when value.Length >= 4:
                AddNumber(row, column, style, Unpacked(BinaryPrimitives.ReadUInt32LittleEndian(value)), ref totals);
                break;
            case BiffTypes.Number or BiffTypes.Number2 when value.Length >= 8:
                AddNumber(row, column, style, BinaryPrimitives.ReadDoubleLittleEndian(value), ref totals);
                break;
            case BiffTypes.Integer2:
                AddNumber(row, column, style, BinaryPrimitives.ReadUInt16LittleEndian(value), ref totals);
                break;
            case BiffTypes.Boolean or BiffTypes.Boolean2:
                AddBoolean(row, column, value[0], isError: value[1] != 0, ref totals);
                break;
            case BiffTypes.Formula or BiffTypes.Formula3 or BiffTypes.Formula4 when value.Length >= 8:
                AddResult(row, column, style, value, at, ref totals);
                break;
            default:
                break;
        }
    }

    void AddResult(SheetRow row, int column, int style, ReadOnlySpan<byte> value, int at, ref SheetTotals totals)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(value[6..]) != NotANumber)
        {
            AddNumber(row, column, style, BinaryPrimitives.ReadDoubleLittleEndian(value), ref totals);
        }
        else if (value[0] is 1 or 2)
        {
            AddBoolean(row, column, value[2], value[0] == 2, ref totals);
        }
        else if (value[0] == 0)
        {
            row.Add(column, ResultText(_records.Next(at)));
        }
    }

    // The text of a formula stands in a record of its own, perhaps behind those of shared formulas.
    string ResultText(int at)
    {
        while (_records.Has(at))
        {
            switch (_records.Type(at))
            {
                case BiffTypes.String:
                    return Text(at, 0, 2);
                case BiffTypes.String2:
                    return Text(at, 0, 1);
                case BiffTypes.SharedFormula or BiffTypes.ArrayFormula or BiffTypes.ArrayFormula2 or BiffTypes.TableFormula or BiffTypes.TableFormula2
                    or BiffTypes.Continue:
                    at = _records.Next(at);
                    break;
                default:
                    return "";
            }
        }

        return "";
    }

    string Text(int at, int start, int lengthBytes) => new BiffTexts(_records, _globals.Encoding, at, start).Read(lengthBytes) ?? "";

    static void AddBoolean(SheetRow row, int column, byte value, bool isError, ref SheetTotals totals)
    {
        if (isError)
        {
            totals.AddError(row.Number);
        }
        else
        {
            row.Add(column, value != 0 ? "TRUE" : "FALSE");
        }
    }

    void AddNumber(SheetRow row, int column, int style, double number, ref SheetTotals totals)
    {
        if (!double.IsFinite(number))
        {
            totals.AddError(row.Number);
            return;
        }

        row.Add(column, _globals.FormatOf(style) switch
        {
            CellFormat.Date => WorkbookCells.OfSerial(number, _is1904),
            CellFormat.Duration => WorkbookCells.OfDuration(number),
            _ => WorkbookCells.Text(number),
        });
    }

    // [MS-XLS] 2.5.217: 30 bits of a whole number or of a double, perhaps a hundred times too large.
    static double Unpacked(uint packed)
    {
        var number = (packed & 2) != 0 ? (int)packed >> 2 : BitConverter.UInt64BitsToDouble((ulong)(packed & ~3u) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }
}
