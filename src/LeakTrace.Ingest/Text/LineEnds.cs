using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Ingest.Text;

/// <summary>Line ends: LF, CR LF and CR alone. Safe on UTF-8, GB18030 and Big5 bytes, where neither is part of a longer character.</summary>
static class LineEnds
{
    /// <summary>Number of line ends.</summary>
    public static int Count(ReadOnlySpan<byte> bytes)
    {
        // Feeds, and returns that no feed follows.
        var count = 0;
        var at = 0;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; bytes.Length - at > Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var feeds = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
            var returns = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.Create((byte)'\r')).ExtractMostSignificantBits();
            var followed = feeds >> 1 | (bytes[at + Vector256<byte>.Count] == '\n' ? 1u << 31 : 0);
            count += BitOperations.PopCount(feeds) + BitOperations.PopCount(returns & ~followed);
        }

        for (; at < bytes.Length; at++)
        {
            count += bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n')) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Position after the first line end; -1 where there is none, or where a final CR may be half of CR LF.</summary>
    public static int AfterFirst(ReadOnlySpan<byte> bytes, bool final)
    {
        var at = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        return at < 0 ? -1 : After(bytes, at, final);
    }

    /// <summary>Position after the last line end; -1 as above.</summary>
    public static int AfterLast(ReadOnlySpan<byte> bytes, bool final)
    {
        var at = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (at >= 0 && bytes[at] == '\r' && at == bytes.Length - 1 && !final)
        {
            at = bytes[..at].LastIndexOfAny((byte)'\n', (byte)'\r');
        }

        return at < 0 ? -1 : After(bytes, at, final);
    }

    /// <summary>Position after the line end at a position; -1 where a CR at the end may be half of CR LF.</summary>
    public static int After(ReadOnlySpan<byte> bytes, int at, bool final)
    {
        if (bytes[at] == '\n')
        {
            return at + 1;
        }

        return at + 1 < bytes.Length ? (bytes[at + 1] == '\n' ? at + 2 : at + 1) : final ? at + 1 : -1;
    }
}
