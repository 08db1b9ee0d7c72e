using System.Buffers;
using System.Text;

namespace LeakTrace.Ingest.Text;

/// <summary>Tells multi-byte encodings apart by which characters they would mean; every real Big5 file also decodes as valid GB18030.</summary>
static class MultiByteStatistics
{
    /// <summary>Whether sound UTF-8 sequences outnumber damaged ones twenty to one.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var sound = 0;
        var damaged = 0;
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            sound += status == OperationStatus.Done && consumed > 1 ? 1 : 0;
            damaged += status == OperationStatus.InvalidData ? 1 : 0;
            bytes = bytes[consumed..];
        }

        return sound > 0 && sound >= 20 * damaged;
    }

    /// <summary>
    /// How many pairs fall on the frequent characters of Big5 (lead bytes A4 to C6) and on those of GB 2312 (lead B0 to D7, trail from A1), and how
    /// many there are, signs (lead A1 to A3) left out.
    /// </summary>
    public static (int Big5, int Gb, int Pairs) Count(ReadOnlySpan<byte> bytes)
    {
        int big5 = 0, gb = 0, pairs = 0;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x81)
            {
                continue;
            }

            var trail = bytes[++i];
            if (trail is >= 0x30 and <= 0x39)
            {
                // Four bytes of GB18030; Big5 has no such trail byte.
                gb++;
                pairs++;
                i += 2;
                continue;
            }

            pairs += lead is >= 0xA1 and <= 0xA3 ? 0 : 1;
            big5 += lead is >= 0xA4 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or >= 0xA1 ? 1 : 0;
            gb += lead is >= 0xB0 and <= 0xD7 && trail >= 0xA1 ? 1 : 0;
        }

        return (big5, gb, pairs);
    }
}
