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
    readonly int[] _left;
    readonly int[] _right;
    readonly Swap[] _swaps;

    /// <summary>Prepares the comparison of fields, at most sixteen.</summary>
    public PairComparison(FieldDomain[] fields)
    {
        _fields = fields;
        _left = ByRecord(fields, field => field.Left);
        _right = Array.TrueForAll(fields, field => ReferenceEquals(field.Left, field.Right)) ? _left : ByRecord(fields, field => field.Right);
        var swaps = new List<Swap>();
        for (var f = 0; f < fields.Length; f++)
        {
            for (var g = f + 1; g < fields.Length; g++)
            {
                if (fields[f].Field.Type == FieldType.Name && fields[g].Field.Type == FieldType.Name)
                {
                    swaps.Add(new Swap(f, g, Translate(fields[g].Texts, fields[f].Texts)));
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
        int a = left * _fields.Length, b = right * _fields.Length;
        for (var f = 0; f < _fields.Length; f++)
        {
            pattern |= (ulong)(uint)_fields[f].Between(_left[a + f], _right[b + f]) << (LevelBits * f);
        }

        return WithSwaps(pattern, left, right);
    }

    /// <summary>The patterns of many pairs, field by field.</summary>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<ulong> patterns)
    {
        Span<int> leftValues = stackalloc int[FieldDomain.MostAtOnce], rightValues = stackalloc int[FieldDomain.MostAtOnce];
        patterns.Clear();
        for (var start = 0; start < patterns.Length; start += FieldDomain.MostAtOnce)
        {
            var count = Math.Min(FieldDomain.MostAtOnce, patterns.Length - start);
            for (var f = 0; f < _fields.Length; f++)
            {
                for (var i = 0; i < count; i++)
                {
                    leftValues[i] = _left[lefts[start + i] * _fields.Length + f];
                    rightValues[i] = _right[rights[start + i] * _fields.Length + f];
                }

                _fields[f].Between(leftValues, rightValues, patterns.Slice(start, count), LevelBits * f);
            }
        }

        for (var i = 0; i < patterns.Length && _swaps.Length > 0; i++)
        {
            patterns[i] = WithSwaps(patterns[i], lefts[i], rights[i]);
        }
    }

    /// <summary>The values of all fields of a record side by side: a pair touches few lines of the cache.</summary>
    static int[] ByRecord(FieldDomain[] fields, Converter<FieldDomain, int[]> side)
    {
        var columns = Array.ConvertAll(fields, side);
        var values = new int[fields.Length * (columns.Length == 0 ? 0 : columns[0].Length)];
        for (var f = 0; f < columns.Length; f++)
        {
            for (int record = 0, at = f; record < columns[f].Length; record++, at += columns.Length)
            {
                values[at] = columns[f][record];
            }
        }

        return values;
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

    /// <summary>Two fields of names, and the number in the first of each value of the second.</summary>
    sealed record Swap(int First, int Second, int[] ToFirst);

    static int[] Translate(string[] from, string[] to)
    {
        var numbers = new DistinctTexts();
        foreach (var text in to)
        {
            numbers.NumberOf(text);
        }

        var translated = new int[from.Length];
        for (var i = 1; i < from.Length; i++)
        {
            translated[i] = numbers.Find(from[i]);
        }

        return translated;
    }
}
