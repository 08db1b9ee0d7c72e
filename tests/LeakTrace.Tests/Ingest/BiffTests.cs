using System.Text;
using LeakTrace.Ingest.Sniffing;

namespace LeakTrace.Tests.Ingest;

public class BiffTests
{
    const uint Visible = 0;

    [Fact]
    public void Version_8_is_read_with_shared_texts_that_change_width_where_they_are_cut()
    {
        var cells = Read(Workbook8(sheet => sheet
            .Add(0xFD, 0, 0, 0, 0u).Add(0xFD, 0, 1, 0, 1u).Add(0xFD, 1, 0, 0, 2u).Add(0xFD, 1, 1, 0, 3u).Add(0xFD, 2, 0, 0, 99u)));
        Assert.Equal(["Abc王小", "rich", "third", "第四"], Texts(cells));
        Assert.Empty(cells.Codes);
    }

    [Fact]
    public void Numbers_dates_results_errors_and_merges_are_what_the_file_holds()
    {
        var cells = Read(Workbook8(sheet => sheet
            .Add(0x203, 0, 0, 0, 13_911_112_222.0)
            .Add(0x203, 0, 1, 1, 45_047.0)
            .Add(0x27E, 0, 2, 0, (uint)(1234 << 2) | 3)
            .Add(0xBD, 0, 3, 0, 2u | (5 << 2), 0, 2u | (6 << 2), 4)
            .Add(0x006, 1, 0, 0, 0, 0, 0, 0xFFFF, 0, 0u, 0).Add(0x4BC, 0u).Add(0x207, Biff.Wide("结果"))
            .Add(0x006, 1, 1, 0, 2, 0x2A, 0, 0xFFFF, 0, 0u, 0)
            .Add(0x006, 1, 2, 0, 1, 1, 0, 0xFFFF, 0, 0u, 0)
            .Add(0x006, 1, 3, 0, 3, 0, 0, 0xFFFF, 0, 0u, 0)
            .Add(0x205, 1, 4, 0, (byte)0x17, (byte)1)
            .Add(0x203, 1, 5, 0, double.NaN)
            .Add(0x204, 2, 0, 0, Biff.Wide("市一医院"))
            .Add(0x203, 2, 1, 0, 1.0).Add(0x203, 3, 1, 0, 2.0)
            .Add(0xE5, 1, 2, 3, 0, 0)));
        Assert.Equal(["13911112222", "2023-05-01", "12.34", "5", "6", "结果", "TRUE", "市一医院", "1", "市一医院", "2"], Texts(cells));
        Assert.Equal((3 - 1, "error-cells"), (cells.Correction, Assert.Single(cells.Codes)));
    }

    [Fact]
    public void Cells_in_no_order_are_sorted_and_charts_within_a_sheet_are_none_of_it()
    {
        var cells = Read(Workbook8(sheet => sheet
            .Add(0x203, 5, 1, 0, 6.0).Add(0x809, 0x0600, 0x0020, 0u, 0u, 0u).Add(0x203, 9, 9, 0, 99.0).Add(0x00A)
            .Add(0x203, 2, 0, 0, 3.0).Add(0x203, 5, 0, 0, 5.0)));
        Assert.Equal([(("名单", 3, 0), "3"), (("名单", 6, 0), "5"), (("名单", 6, 1), "6")], cells.Texts.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value)));
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_and_named()
    {
        var cells = Read(Workbook8(sheet => sheet
            .Add(0x07D, 1, 2, 0, 0, 1, 0).Add(0x208, 1, 0, 1, 0, 0, 0, 0x20u)
            .Add(0x203, 0, 0, 0, 1.0).Add(0x203, 1, 0, 0, 2.0)));
        Assert.Equal((2, "hidden-columns", 2), (cells.Total, Assert.Single(cells.Codes), Assert.Single(cells.Hidden)));
    }

    [Fact]
    public void What_breaks_off_is_read_as_far_as_it_goes()
    {
        var whole = Workbook8(sheet => sheet.Add(0x203, 0, 0, 0, 1.0).Add(0x203, 1, 0, 0, 2.0).Add(0x203, 2, 0, 0, 3.0));
        var cells = Read(whole[..^10]);
        Assert.Equal((2, "broken-sheet"), (cells.Total, Assert.Single(cells.Codes)));
        for (var length = 1; length < whole.Length; length++)
        {
            var cut = Read(whole[..length]);
            Assert.True(cut.Total <= 3 && cut.Codes.Count > 0, $"{length}");
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var whole = Workbook8(sheet => sheet.Add(0xFD, 0, 0, 0, 0u).Add(0xFD, 0, 1, 0, 1u).Add(0x203, 1, 0, 0, 2.0).Add(0xE5, 1, 2, 3, 0, 0));
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            }

            Read(bytes);
        }
    }

    [Fact]
    public void A_sheet_that_is_not_where_the_list_says_is_found()
    {
        var cells = Read(Workbook8(sheet => sheet.Add(0x203, 0, 0, 0, 7.0), misplaced: 3));
        Assert.Equal("7", Assert.Single(cells.Texts).Value);
    }

    [Fact]
    public void Version_5_has_texts_in_its_code_page()
    {
        var workbook = new Biff().Add(0x809, 0x0500, 0x0005, 0u).Add(0x042, 936);
        var list = workbook.Position;
        workbook.Add(0x085, Visible, 0x0001, (byte)4, "名单").Add(0x00A);
        workbook.Place(list, workbook.Position);
        workbook.Add(0x809, 0x0500, 0x0010, 0u).Add(0x204, 0, 0, 0, 6, "张丽华").Add(0x203, 0, 1, 0, 1.5).Add(0x00A);
        var cells = Read(Biff.Compound(("Book", workbook.Bytes)));
        Assert.Equal(["张丽华", "1.5"], Texts(cells));
        Assert.Equal(("名单", 1), (Assert.Single(cells.BySheet.Keys), Assert.Single(cells.Hidden)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Versions_before_5_are_a_sheet_alone(int version)
    {
        var begin = version switch { 2 => 0x009, 3 => 0x209, _ => 0x409 };
        var sheet = new Biff().Add(begin, version == 2 ? 2 : 0, 0x0010, version == 2 ? Array.Empty<byte>() : [0, 0]);
        if (version == 2)
        {
            sheet.Add(0x01E, (byte)7, "General").Add(0x01E, (byte)6, "yyyy-m")
                .Add(0x002, 0, 0, (byte)0, (byte)0, (byte)0, 7).Add(0x003, 0, 1, (byte)0, (byte)1, (byte)0, 45_047.0)
                .Add(0x004, 1, 0, (byte)0, (byte)0, (byte)0, (byte)6, "张丽华").Add(0x006, 1, 1, (byte)0, (byte)0, (byte)0, 2.5, (byte)0, 0);
        }
        else
        {
            object[] head = version == 4 ? [0] : [];
            sheet.Add(version == 4 ? 0x41E : 0x01E, [.. head, (byte)7, "General"]).Add(version == 4 ? 0x41E : 0x01E, [.. head, (byte)6, "yyyy-m"])
                .Add(version == 4 ? 0x443 : 0x243, (byte)0, (byte)0, 0u).Add(version == 4 ? 0x443 : 0x243, (byte)0, (byte)1, 0u)
                .Add(0x27E, 0, 0, 0, 2u | (7 << 2)).Add(0x203, 0, 1, 1, 45_047.0)
                .Add(0x204, 1, 0, 0, 6, "张丽华").Add(version == 4 ? 0x406 : 0x206, 1, 1, 0, 2.5, 0, 0);
        }

        var cells = Read(sheet.Add(0x00A).Bytes);
        Assert.Equal(["7", "2023-05-01", "张丽华", "2.5"], Texts(cells));
        Assert.Empty(cells.Codes);
    }

    // Sheet '名单'; texts: one cut where its characters begin to take two bytes, one with runs of fonts, a narrow one, a wide one.
    static byte[] Workbook8(Action<Biff> fill, uint? misplaced = null)
    {
        var workbook = new Biff().Add(0x809, 0x0600, 0x0005, 0u, 0u, 0u)
            .Add(0x41E, 200, 10, (byte)0, "yyyy/mm/dd").Add(0x0E0, 0, 0, 0u).Add(0x0E0, 0, 200, 0u);
        var list = workbook.Position;
        workbook.Add(0x085, Visible, 0, (byte)2, (byte)1, Encoding.Unicode.GetBytes("名单"));
        workbook.Add(0x0FC, 4u, 4u, 5, (byte)0, "Abc")
            .Add(0x03C, (byte)1, Encoding.Unicode.GetBytes("王小"), 4, (byte)8, 1, "rich", 0u, 5, (byte)0, "third")
            .Add(0x03C, Biff.Wide("第四")).Add(0x00A);
        workbook.Place(list, misplaced is { } wrong ? (int)wrong : workbook.Position);
        workbook.Add(0x809, 0x0600, 0x0010, 0u, 0u, 0u);
        fill(workbook);
        return workbook.Add(0x00A).Bytes;
    }

    static string[] Texts(CountedCells cells) =>
        [.. cells.Texts.OrderBy(cell => (cell.Key.Row, cell.Key.Column)).Select(cell => cell.Value)];

    static CountedCells Read(byte[] content) => CountedCells.Of(new MemoryStream(content), FileKind.Xls);
}
