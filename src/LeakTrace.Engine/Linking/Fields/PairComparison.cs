using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Compares a record of the left with one of the right: a level of four bits for each field, packed into the pattern.</summary>
sealed class PairComparison
{
    /// <summary>Most fields that a pattern holds.</summary>
    public const int MostFields = 16;

    /// <summary>Bits of a level.</summary>
    public const int LevelBits = 4;

    readonly FieldDomain[] _fields;
    readonly int[][] _left;
    readonly int[][] _right;
    readonly (int First, int Second, int[] ToFirst)[] _swaps;

    /// <summary>Prepares the comparison of fields, at most sixteen.</summary>
    public PairComparison(FieldDomain[] fields)
    {
        _fields = fields;
        _left = Array.ConvertAll(fields, field => field.Left);
        _right = Array.ConvertAll(fields, field => field.Right);
        var swaps = new List<(int First, int Second, int[] ToFirst)>();
        for (var f = 0; f < fields.Length; f++)
        {
            for (var g = f + 1; g < fields.Length; g++)
            {
                if (fields[f].Field.Type == FieldType.Name && fields[g].Field.Type == FieldType.Name)
                {
                    swaps.Add((f, g, Translate(fields[g].Texts, fields[f].Texts)));
                }
            }
        }

        _swaps = [.. swaps];
    }

    /// <summary>The fields.</summary>
    public FieldDomain[] Fields => _fields;

    /// <summary>Level of a field in a pattern.</summary>
    public static int LevelOf(ulong pattern, int field) => (int)(pattern >> (LevelBits * field)) & 0xF;

    /// <summary>The pattern of two records.</summary>
    public ulong Between(int left, int right)
    {
        ulong pattern = 0;
        var fields = _fields;
        for (var f = fields.Length - 1; f >= 0; f--)
        {
            pattern = (pattern << LevelBits) | (uint)fields[f].Between(_left[f][left], _right[f][right]);
        }

        return WithSwaps(pattern, left, right);
    }

    /// <summary>The patterns of a left record with neighbouring right ones.</summary>
    public void Between(int left, int firstRight, Span<ulong> patterns)
    {
        patterns.Clear();
        for (var f = 0; f < _fields.Length; f++)
        {
            _fields[f].Between(_left[f][left], _right[f].AsSpan(firstRight, patterns.Length), patterns, LevelBits * f);
        }

        for (var i = 0; i < patterns.Length && _swaps.Length > 0; i++)
        {
            patterns[i] = WithSwaps(patterns[i], left, firstRight + i);
        }
    }

    ulong WithSwaps(ulong pattern, int left, int right)
    {
        foreach (var (first, second, toFirst) in _swaps)
        {
            if (LevelOf(pattern, first) is > 0 and <= 2 && LevelOf(pattern, second) is > 0 and <= 2)
            {
                pattern = WithSwap(pattern, first, second, toFirst, left, right);
            }
        }

        return pattern;
    }

    /// <summary>Two fields filled the wrong way round are one piece of evidence, not two.</summary>
    ulong WithSwap(ulong pattern, int first, int second, int[] toFirst, int left, int right)
    {
        FieldDomain f = _fields[first], g = _fields[second];
        if (toFirst[g.Right[right]] != f.Left[left] || toFirst[g.Left[left]] != f.Right[right])
        {
            return pattern;
        }

        var cleared = pattern & ~((0xFUL << (LevelBits * first)) | (0xFUL << (LevelBits * second)));
        return cleared | ((ulong)f.Swapped << (LevelBits * first));
    }

    static int[] Translate(string[] from, string[] to)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < to.Length; i++)
        {
            numbers[to[i]] = i;
        }

        var translated = new int[from.Length];
        for (var i = 1; i < from.Length; i++)
        {
            translated[i] = numbers.GetValueOrDefault(from[i], -1);
        }

        return translated;
    }
}
