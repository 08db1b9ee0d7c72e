using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace LeakTrace.Tests.Reports.Workbooks;

/// <summary>A workbook read with the SDK: its errors, and what its cells hold.</summary>
static class OpenedWorkbook
{
    /// <summary>What the SDK's validator says against it.</summary>
    public static List<string> Errors(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>Names of the sheets in order.</summary>
    public static List<string> Sheets(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    /// <summary>Values of a sheet by cell.</summary>
    public static Dictionary<string, string> Cells(byte[] workbook, string sheet) => Read(workbook, sheet, cell =>
        cell.DataType?.Value == CellValues.InlineString ? cell.InnerText : cell.CellValue?.Text ?? "");

    /// <summary>Formulas of a sheet by cell.</summary>
    public static Dictionary<string, string> Formulas(byte[] workbook, string sheet) =>
        Read(workbook, sheet, cell => cell.CellFormula?.Text ?? "").Where(cell => cell.Value.Length > 0).ToDictionary();

    /// <summary>Sum of a column's cells between two rows, both included.</summary>
    public static double Sum(Dictionary<string, string> cells, string column, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Sum(row => double.Parse(
            cells.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{column}{row}"), "0"), CultureInfo.InvariantCulture));

    static Dictionary<string, string> Read(byte[] workbook, string sheet, Func<DocumentFormat.OpenXml.Spreadsheet.Cell, string> value)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(id);
        return part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(cell => cell.CellReference!.Value!, value);
    }
}
