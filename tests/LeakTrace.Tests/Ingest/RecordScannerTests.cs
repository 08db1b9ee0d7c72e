using System.Text;
using CsvHelper;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Tests.Ingest;

public class RecordScannerTests
{
    [Fact]
    public void Agrees_with_the_reader_on_where_records_end()
    {
        var random = new Random(7);
        var options = new CsvReaderOptions { HasHeader = false, Separator = ',', SkipEmptyLines = false, DetectSeparatorHint = false };
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(1, 24)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)"ab,,\"\"\n\r"[random.Next(8)];
            }

            var scanner = new RecordScanner((byte)',');
            var taken = 0;
            while (taken < bytes.Length)
            {
                var length = scanner.Take(bytes.AsSpan(taken), final: true, 1000, out var records, out var lineWise);
                Assert.True(length > 0);
                var read = 0;
                using var reader = CsvReader.Create(
                    bytes.AsMemory(taken, length), lineWise ? options with { Mode = CsvMode.NoEscape } : options);
                while (reader.Read())
                {
                    read++;
                }

                Assert.True(read == records, $"{records} but read {read}: {Encoding.ASCII.GetString(bytes).ReplaceLineEndings("|")}");
                taken += length;
            }
        }
    }

    [Fact]
    public void Takes_the_same_records_whole_or_in_pieces()
    {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = new byte[random.Next(1, 40)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)"abc,,\"\n\r"[random.Next(8)];
            }

            Assert.Equal(Ends(bytes, bytes.Length), Ends(bytes, 7));
        }
    }

    // Ends of parts differ with the pieces; where a record was taken line by line does not, nor does the number of records.
    static (int Records, int Broken) Ends(byte[] bytes, int piece)
    {
        var scanner = new RecordScanner((byte)',');
        var taken = 0;
        var seen = Math.Min(piece, bytes.Length);
        var count = 0;
        while (taken < bytes.Length)
        {
            var length = scanner.Take(bytes.AsSpan(taken, seen - taken), seen == bytes.Length, 1000, out var records, out _);
            taken += length;
            count += records;
            if (length == 0)
            {
                Assert.True(seen < bytes.Length);
                seen = Math.Min(bytes.Length, seen + piece);
            }
        }

        return (count, scanner.Broken);
    }
}
