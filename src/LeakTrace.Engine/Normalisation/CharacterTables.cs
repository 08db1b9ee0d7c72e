using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// The generated character tables (tools/make-character-tables.sh), read once from the embedded resource into flat
/// arrays.
/// Ideographs are U+3400 to U+9FFF; their tables start at <see cref="FirstHan"/>.
/// </summary>
static class CharacterTables
{
    public const int FirstHan = 0x3400;
    public const int HanCount = 0xA000 - FirstHan;

    const int HeaderLength = 512;
    const int CountsLength = 8 * sizeof(int);

    /// <summary>What each UTF-16 unit folds to; zero where it goes.</summary>
    public static readonly char[] Folded;

    /// <summary>Toned reading of an ideograph: syllable number times 8 plus tone; zero where unknown.</summary>
    public static readonly ushort[] Toned = new ushort[HanCount];

    /// <summary>As <see cref="Toned"/>, for an ideograph that stands as a surname.</summary>
    public static readonly ushort[] TonedAsSurname;

    /// <summary>First four digits of the four-corner code; 0xFFFF where unknown.</summary>
    public static readonly ushort[] FourCorner = new ushort[HanCount];

    /// <summary>Number of strokes; zero where unknown.</summary>
    public static readonly byte[] Strokes = new byte[HanCount];

    /// <summary>
    /// All toneless readings; those of an ideograph lie between its start and the next one's, the usual first.
    /// </summary>
    public static readonly ushort[] Readings;

    /// <summary>Start of each ideograph's readings, and one more.</summary>
    public static readonly int[] ReadingStarts = new int[HanCount + 1];

    /// <summary>Folded surnames of one character, the commonest first.</summary>
    public static readonly string Surnames;

    /// <summary>Whether an ideograph is a surname.</summary>
    public static readonly bool[] IsSurname = new bool[HanCount];

    /// <summary>Folded compound surnames, two characters each, one after another.</summary>
    public static readonly string CompoundSurnames;

    /// <summary>Spelling of each syllable; number zero is empty.</summary>
    public static readonly string[] Syllables;

    static CharacterTables()
    {
        using var stream = typeof(CharacterTables).Assembly.GetManifestResourceStream("CharacterTables.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        Span<int> counts = stackalloc int[8];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(HeaderLength + i * sizeof(int)));
        }

        ReadOnlySpan<byte> rest = bytes.AsSpan(HeaderLength + CountsLength);
        Units(ref rest, HanCount).CopyTo(Toned);
        Units(ref rest, HanCount).CopyTo(FourCorner);
        rest[..HanCount].CopyTo(Strokes);
        rest = rest[HanCount..];
        Folded = ReadFolded(Units(ref rest, counts[0]));
        var further = Units(ref rest, counts[1]);
        TonedAsSurname = ReadSurnameReadings(Units(ref rest, counts[2]));
        Readings = ReadReadings(further);
        Surnames = MemoryMarshal.Cast<ushort, char>(Units(ref rest, counts[3])).ToString();
        var isSurname = IsSurname;
        foreach (var surname in Surnames)
        {
            isSurname[surname - FirstHan] = true;
        }

        CompoundSurnames = MemoryMarshal.Cast<ushort, char>(Units(ref rest, counts[4])).ToString();
        var spellings = System.Text.Encoding.ASCII.GetString(rest[..counts[5]]).Split(' ');
        Syllables = new string[spellings.Length + 1];
        Syllables[0] = "";
        spellings.CopyTo(Syllables, 1);
    }

    static ReadOnlySpan<ushort> Units(ref ReadOnlySpan<byte> rest, int count)
    {
        // Sections may start at odd addresses, so they are copied rather than cast; big-endian machines swap.
        var units = new ushort[count];
        rest[..(count * 2)].CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        rest = rest[(count * 2)..];
        return units;
    }

    static char[] ReadFolded(ReadOnlySpan<ushort> pairs)
    {
        var folded = new char[0x10000];
        var units = MemoryMarshal.Cast<char, ushort>(folded.AsSpan());

        // A vector at a time: this runs at every start of the program, before the compiler optimises it.
        var count = Vector<ushort>.Count;
        var next = Vector<ushort>.Indices;
        var step = new Vector<ushort>((ushort)count);
        for (var i = 0; i < units.Length; i += count)
        {
            next.CopyTo(units[i..]);
            next += step;
        }

        for (var i = 0; i < pairs.Length; i += 2)
        {
            units[pairs[i]] = pairs[i + 1];
        }

        return folded;
    }

    static ushort[] ReadSurnameReadings(ReadOnlySpan<ushort> pairs)
    {
        var toned = Toned.AsSpan().ToArray();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            toned[pairs[i] - FirstHan] = pairs[i + 1];
        }

        return toned;
    }

    static ushort[] ReadReadings(ReadOnlySpan<ushort> further)
    {
        // Locals, because static fields of a class that is still being initialised are slow to reach.
        var toned = Toned;
        var starts = ReadingStarts;
        var readings = new ushort[HanCount + further.Length];
        var next = 0;
        var at = 0;
        var following = further.IsEmpty ? 0 : further[0];
        for (var han = 0; han < toned.Length; han++)
        {
            starts[han] = next;
            var usual = toned[han];
            if (usual != 0)
            {
                readings[next++] = (ushort)(usual >> 3);
            }

            if (following == han + FirstHan)
            {
                var count = further[at + 1];
                further.Slice(at + 2, count).CopyTo(readings.AsSpan(next));
                next += count;
                at += 2 + count;
                following = at < further.Length ? further[at] : (ushort)0;
            }
        }

        starts[HanCount] = next;
        return readings;
    }
}
