using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares packed identity numbers position by position, masked positions fitting anything.</summary>
public static class NationalIdComparison
{
    const ulong HeadLowBits = 0x0011_1111_1111_1111;
    const ulong TailLowBits = 0x1111;
    const int Positions = 18;
    const int StrongMask = 10;

    /// <summary>Level of two numbers, each as head and tail (see <see cref="PackedNationalId"/>).</summary>
    public static NationalIdLevel Between(ulong leftHead, ulong leftTail, ulong rightHead, ulong rightTail)
    {
        if (leftHead == 0 || rightHead == 0)
        {
            return NationalIdLevel.Absent;
        }

        var wildHead = (Nibbles.Wild(leftHead) | Nibbles.Wild(rightHead)) & HeadLowBits;
        var wildTail = (Nibbles.Wild(leftTail) | Nibbles.Wild(rightTail)) & TailLowBits;
        var different = BitOperations.PopCount(Nibbles.Nonzero(leftHead ^ rightHead) & HeadLowBits & ~wildHead)
            + BitOperations.PopCount(Nibbles.Nonzero(leftTail ^ rightTail) & TailLowBits & ~wildTail);
        var known = Positions - BitOperations.PopCount(wildHead) - BitOperations.PopCount(wildTail);
        if (different == 0)
        {
            return known == Positions ? NationalIdLevel.Exact
                : known >= StrongMask ? NationalIdLevel.Mask
                : known >= 4 ? NationalIdLevel.WeakMask : NationalIdLevel.Absent;
        }

        return different <= 2 && known >= Positions - 3 ? NationalIdLevel.NearlySame : NationalIdLevel.Different;
    }
}
