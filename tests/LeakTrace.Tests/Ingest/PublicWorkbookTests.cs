using ExcelDataReader;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Tests.Normalisation;
using Xunit.Abstractions;

namespace LeakTrace.Tests.Ingest;

/// <summary>What each group of public workbooks yields; the folder comes from the variable LEAKTRACE_DATA.</summary>
public class PublicWorkbookTests(ITestOutputHelper output)
{
    // Cut, garbled or empty on purpose: they are read as far as they go, or refused.
    static readonly string[] _damaged =
    [
        "OOM_alloc.xls", "OOM_alloc2.xls", "OOM_alloc3.xls", "too_small.xls", "ptgexp-truncated-operand.xls", "pass_protected.xlsx", "pass_protected.xlsb",
    ];

    static string Folder => Path.Combine(Environment.GetEnvironmentVariable("LEAKTRACE_DATA")!, "sheets");

    [DataFact]
    public void Every_sound_workbook_is_read_with_no_cell_fewer_than_the_library_finds()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var sound = 0;
        var same = 0;
        foreach (var path in Directory.GetFiles(Path.Combine(Folder, "calamine")).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (_damaged.Contains(name) || Path.GetExtension(name) is not (".xls" or ".xlsx" or ".xlsm"))
            {
                continue;
            }

            sound++;
            var cells = Read(path);
            var expected = Expected(path);
            var isSame = !cells.Codes.Any(code => code.StartsWith("broken", StringComparison.Ordinal) || code == "exception") && cells.Total >= expected;
            same += isSame ? 1 : 0;
            if (!isSame)
            {
                output.WriteLine($"{name}: {cells.Total} cells, {expected} by the library; {string.Join(' ', cells.Codes)}");
            }
        }

        output.WriteLine($"{same} of {sound}");
        Assert.True(sound > 80);
        Assert.True(same >= 0.95 * sound, $"{same} of {sound}");
    }

    [DataFact]
    public void Odd_files_yield_their_cells()
    {
        foreach (var (name, expected) in ((string, int)[])[
            ("norefs.xlsx", 3), ("sparse_far.xlsx", 3), ("xmlss2003.xls", 1), ("html_named.xls", 4), ("xxe_dtd_unused.xlsx", 1)])
        {
            var cells = Read(Path.Combine(Folder, "edge_generated", name));
            output.WriteLine($"{name}: {cells.Total} cells {string.Join(' ', cells.Codes)}");
            Assert.Equal((name, expected), (name, cells.Total));
        }
    }

    [DataFact]
    public void Entities_are_neither_expanded_nor_fetched()
    {
        foreach (var name in (string[])["xxe_billion.xlsx", "xxe_external.xlsx"])
        {
            var cells = Read(Path.Combine(Folder, "edge_generated", name));
            Assert.Contains("broken-sheet", cells.Codes);
            Assert.True(cells.Texts.Values.All(text => text.Length < 1000 && !text.Contains("root:", StringComparison.Ordinal)));
        }
    }

    [DataFact]
    public void Both_calendars_give_the_same_days()
    {
        var cells = Read(Path.Combine(Folder, "edge_generated", "datefmts.xlsx"));
        output.WriteLine(string.Join('\n', cells.Texts.Select(cell => $"{cell.Key}: {cell.Value}")));
        foreach (var kind in (string[])[".xls", ".xlsx"])
        {
            var (plain, old) = (Read(Path.Combine(Folder, "calamine", "date" + kind)), Read(Path.Combine(Folder, "calamine", "date_1904" + kind)));
            Assert.Equal(plain.Texts, old.Texts);
        }
    }

    static CountedCells Read(string path)
    {
        using var stream = File.OpenRead(path);
        return CountedCells.Of(stream, FileSniffer.Find(stream, out _));
    }

    // Values merged downwards count in every row here and once in the library.
    // -1 where the library does not read the file, or would take minutes for its extent.
    static int Expected(string path)
    {
        const long MostCells = 20_000_000;
        try
        {
            var count = 0;
            using var stream = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            do
            {
                if ((long)reader.RowCount * reader.FieldCount > MostCells)
                {
                    return -1;
                }

                while (reader.Read())
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        count += reader.GetValue(column) is null or "" ? 0 : 1;
                    }
                }
            }
            while (reader.NextResult());
            return count;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return -1;
        }
    }
}
