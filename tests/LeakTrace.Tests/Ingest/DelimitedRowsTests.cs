using System.Text;
using CsvHelper;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Tests.Ingest;

public class DelimitedRowsTests
{
    [Fact]
    public void Cuts_rows_and_cells_as_CsvHelper_does()
    {
        var random = new Random(3);
        var options = new CsvReaderOptions { HasHeader = false, Separator = ',', SkipEmptyLines = false, DetectSeparatorHint = false };
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 30); i > 0; i--)
            {
                text.Append("ab王,,\"\n\r"[random.Next(8)], random.Next(12) == 0 ? random.Next(70) : 1);
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            var scanner = new RecordScanner((byte)',');
            for (var taken = 0; taken < bytes.Length;)
            {
                var length = scanner.Take(bytes.AsSpan(taken), final: true, 1000, out var records, out var lineWise);
                if (!lineWise)
                {
                    var part = Encoding.UTF8.GetString(bytes.AsSpan(taken, length));
                    var expected = Expected(bytes.AsMemory(taken, length), options);
                    Assert.Equal(records, expected.Count);
                    Assert.Equal(expected, Read(part, part.Length));
                    Assert.Equal(expected, Read(part, random.Next(1, part.Length + 1)));
                }

                taken += length;
            }
        }
    }

    [Fact]
    public void Decodes_UTF8_as_the_framework_does()
    {
        var random = new Random(7);
        var decoding = new TextDecoding(EncodingSniffer.Find("姓名,手机,医院,地址"u8.ToArray()));
        string[] rare = ["é", "ß", "\u07FF", "\u0800", "\uFFFD", "\uFFFF", "𠮷", "😀"];
        for (var round = 0; round < 60_000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(70); i > 0; i--)
            {
                text.Append(random.Next(40) switch
                {
                    < 20 => ((char)random.Next(' ', 127)).ToString(),
                    < 39 => ((char)random.Next(0x4E00, 0x9FA0)).ToString(),
                    _ => rare[random.Next(rare.Length)],
                });
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (bytes.Length > 0 && random.Next(2) == 0)
            {
                // Bytes that begin or go on with nothing, shorter forms than there are, surrogates and cut characters.
                byte[] wrong = [0x80, 0xBF, 0xC0, 0xC1, 0xE0, 0xED, 0xF4, 0xF5, 0xFF, (byte)random.Next(256)];
                bytes[random.Next(bytes.Length)] = wrong[random.Next(wrong.Length)];
                bytes = bytes[..^random.Next(Math.Min(3, bytes.Length))];
            }

            var expected = Encoding.UTF8.GetString(bytes);
            var decoded = new char[bytes.Length];
            var damaged = false;
            var length = decoding.Decode(bytes, decoded, ref damaged);
            Assert.Equal(expected, new string(decoded, 0, length));
            Assert.Equal(!System.Text.Unicode.Utf8.IsValid(bytes), damaged);
        }
    }

    [Fact]
    public void Counts_line_ends_as_one_unit_after_another_does()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(200)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)"ab\r\n"[random.Next(round % 2 == 0 ? 4 : 3) + (round % 2)];
            }

            var expected = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                expected += bytes[i] == '\r' || (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) ? 1 : 0;
            }

            Assert.Equal(expected, LineEnds.Count(bytes));
        }
    }

    [Fact]
    public void Decodes_GB18030_as_the_framework_does()
    {
        var encoding = EncodingSniffer.Find([0x84, 0x31, 0x95, 0x33]);
        var random = new Random(5);
        var decoding = new TextDecoding(encoding);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(40); i > 0; i--)
            {
                text.Append(random.Next(10) switch
                {
                    < 5 => ((char)random.Next(' ', 127)).ToString(),
                    < 9 => ((char)random.Next(0x4E00, 0x9FA0)).ToString(),
                    _ => "𠮷",
                });
            }

            var bytes = encoding.Encoding.GetBytes(text.ToString());
            var isDamaged = bytes.Length > 0 && random.Next(4) == 0;
            if (isDamaged)
            {
                bytes[random.Next(bytes.Length)] ^= 0x80;
            }

            var expected = encoding.Encoding.GetString(bytes);
            var decoded = new char[bytes.Length + 1];
            var damaged = false;
            Assert.Equal(expected, new string(decoded, 0, decoding.Decode(bytes, decoded, ref damaged)));
            Assert.Equal(expected.Contains('\uFFFD'), damaged);
        }
    }

    static List<string> Expected(ReadOnlyMemory<byte> bytes, CsvReaderOptions options)
    {
        var rows = new List<string>();
        using var reader = CsvReader.Create(bytes, options);
        while (reader.Read())
        {
            rows.Add(string.Join('\u0001', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        }

        return rows;
    }

    // The first so many characters alone, then all that is left.
    static List<string> Read(string text, int first)
    {
        var sink = new Rows();
        var rows = new DelimitedRows(',');
        var number = 1;
        if (first < text.Length && text[first - 1] == '\r' && text[first] == '\n')
        {
            first++;
        }

        var taken = rows.Read(text.AsSpan(0, first), first == text.Length, sink, ref number, out _);
        rows.Read(text.AsSpan(taken), final: true, sink, ref number, out _);
        Assert.Equal(number - 1, sink.Found.Count);
        return sink.Found;
    }

    sealed class Rows : IRowSink
    {
        public List<string> Found { get; } = [];

        public void BeginSheet(string name, bool hidden)
        {
        }

        public bool Row(int row, bool hidden, in RowCells cells)
        {
            var texts = new string[cells.Count];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = cells[i].ToString();
            }

            Found.Add(string.Join('\u0001', texts));
            return true;
        }

        public void Report(Severity severity, string sheet, int row, string code, string message)
        {
        }

        public void EndSheet()
        {
        }
    }
}
