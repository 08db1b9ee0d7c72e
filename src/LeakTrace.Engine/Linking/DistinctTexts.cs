using System.Numerics;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Engine.Linking;

/// <summary>Texts numbered in the order in which they come first; the empty one is 0.</summary>
public sealed class DistinctTexts
{
    readonly List<string> _texts = [""];

    // The upper half of a hash beside the number: most other texts are told apart without a look at them.
    ulong[] _slots = new ulong[64];

    /// <summary>The texts by number.</summary>
    public List<string> Texts => _texts;

    /// <summary>Number of a text, a new one where it has not come before.</summary>
    public int NumberOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = Hash64.Of(text);
        var slot = SlotOf(hash, text, out var number);
        return number > 0 ? number : Add(slot, hash, text.ToString());
    }

    /// <summary>Number of a text, which is kept where it is new.</summary>
    public int NumberOf(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var hash = Hash64.Of(text);
        var slot = SlotOf(hash, text, out var number);
        return number > 0 ? number : Add(slot, hash, text);
    }

    /// <summary>Number of a text; -1 where it has not come.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        SlotOf(Hash64.Of(text), text, out var number);
        return number > 0 ? number : -1;
    }

    int SlotOf(ulong hash, ReadOnlySpan<char> text, out int number)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] != 0)
        {
            if ((_slots[slot] ^ hash) >> 32 == 0)
            {
                number = (int)(uint)_slots[slot];
                if (text.SequenceEqual(_texts[number]))
                {
                    return slot;
                }
            }

            slot = (slot + 1) & mask;
        }

        number = 0;
        return slot;
    }

    int Add(int slot, ulong hash, string text)
    {
        var number = _texts.Count;
        _texts.Add(text);
        _slots[slot] = (hash >> 32 << 32) | (uint)number;
        if (2 * _texts.Count > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    void Grow()
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)(4 * _texts.Count))];
        var mask = _slots.Length - 1;
        for (var number = 1; number < _texts.Count; number++)
        {
            var hash = Hash64.Of(_texts[number]);
            var slot = (int)hash & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = (hash >> 32 << 32) | (uint)number;
        }
    }
}
