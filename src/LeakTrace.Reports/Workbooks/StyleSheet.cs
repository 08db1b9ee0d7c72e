using System.Globalization;
using System.Text;

namespace LeakTrace.Reports.Workbooks;

/// <summary>The formats of <see cref="CellStyle"/> as styles.xml.</summary>
static class StyleSheet
{
    const int FirstFormat = 164;

    // Numbers keep off the text of the next column.
    const string Right = "horizontal=\"right\" vertical=\"center\" indent=\"1\"";

    // Fonts: plain, bold, title, grey, bold white, link, bold red.
    const string Fonts =
        """
        <fonts count="7">
        <font><sz val="10"/><color rgb="FF1F2933"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="10"/><color rgb="FF1F2933"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="14"/><color rgb="FF12355B"/><name val="Arial"/><family val="2"/></font>
        <font><sz val="9"/><color rgb="FF52606D"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/></font>
        <font><u/><sz val="10"/><color rgb="FF1F5FA8"/><name val="Arial"/><family val="2"/></font>
        <font><b/><sz val="10"/><color rgb="FFB42318"/><name val="Arial"/><family val="2"/></font>
        </fonts>
        """;

    const string Fills =
        """
        <fills count="5">
        <fill><patternFill patternType="none"/></fill>
        <fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FF12355B"/><bgColor indexed="64"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F6"/><bgColor indexed="64"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DB"/><bgColor indexed="64"/></patternFill></fill>
        </fills>
        """;

    const string Borders =
        """
        <borders count="3">
        <border><left/><right/><top/><bottom/><diagonal/></border>
        <border><left/><right/><top style="thin"><color rgb="FF12355B"/></top><bottom style="double"><color rgb="FF12355B"/></bottom><diagonal/></border>
        <border><left style="thin"><color rgb="FFB8C4CE"/></left><right style="thin"><color rgb="FFB8C4CE"/></right><top style="thin"><color rgb="FFB8C4CE"/></top><bottom style="thin"><color rgb="FFB8C4CE"/></bottom><diagonal/></border>
        </borders>
        """;

    static readonly string[] _numberFormats = ["#,##0", "#,##0.0", "#,##0.00", "0.0000", "0.00%", "0"];

    /// <summary>The part.</summary>
    public static string Xml()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""")
            .Append("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            .Append(CultureInfo.InvariantCulture, $"<numFmts count=\"{_numberFormats.Length}\">");
        for (var i = 0; i < _numberFormats.Length; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{FirstFormat + i}\" formatCode=\"{_numberFormats[i]}\"/>");
        }

        var styles = Enum.GetValues<CellStyle>();
        xml.Append("</numFmts>").Append(OneLine(Fonts)).Append(OneLine(Fills)).Append(OneLine(Borders))
            .Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
            .Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{styles.Length}\">");
        foreach (var style in styles)
        {
            xml.Append(Format(style));
        }

        return xml.Append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }

    static string Format(CellStyle style) => style switch
    {
        CellStyle.Title => Format(0, font: 2),
        CellStyle.Note => Format(0, font: 3, alignment: "vertical=\"top\" wrapText=\"1\""),
        CellStyle.Header => Format(0, font: 4, fill: 2, alignment: "vertical=\"center\" wrapText=\"1\""),
        CellStyle.Whole => Format(FirstFormat, alignment: Right),
        CellStyle.OneDecimal => Format(FirstFormat + 1, alignment: Right),
        CellStyle.Amount => Format(FirstFormat + 2, alignment: Right),
        CellStyle.FourDecimals => Format(FirstFormat + 3, alignment: Right),
        CellStyle.Percent => Format(FirstFormat + 4, alignment: Right),
        CellStyle.Wrapped => Format(0, alignment: "horizontal=\"left\" vertical=\"center\" indent=\"1\" wrapText=\"1\""),
        CellStyle.NumberHeader => Format(0, font: 4, fill: 2, alignment: Right + " wrapText=\"1\""),
        CellStyle.TotalLabel => Format(0, font: 1, fill: 3, border: 1),
        CellStyle.Total => Format(FirstFormat, font: 1, fill: 3, border: 1, alignment: Right),
        CellStyle.TotalAmount => Format(FirstFormat + 2, font: 1, fill: 3, border: 1, alignment: Right),
        CellStyle.Strong => Format(0, font: 1),
        CellStyle.StrongWhole => Format(FirstFormat, font: 1, alignment: Right),
        CellStyle.Link => Format(0, font: 5),
        CellStyle.Number => Format(FirstFormat + 5, alignment: Right),
        CellStyle.Field => Format(49, fill: 4, border: 2),
        CellStyle.Warning => Format(0, font: 6, alignment: "vertical=\"top\" wrapText=\"1\""),
        _ => Format(0),
    };

    static string Format(int number, int font = 0, int fill = 0, int border = 0, string alignment = "vertical=\"center\"") => string.Create(
        CultureInfo.InvariantCulture,
        $"<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\"{Apply("NumberFormat", number > 0)}{Apply("Font", font > 0)}{Apply("Fill", fill > 0)}{Apply("Border", border > 0)}")
        + $" applyAlignment=\"1\"><alignment {alignment}/></xf>";

    static string Apply(string what, bool applies) => applies ? $" apply{what}=\"1\"" : "";

    static string OneLine(string xml) => xml.ReplaceLineEndings("");
}
