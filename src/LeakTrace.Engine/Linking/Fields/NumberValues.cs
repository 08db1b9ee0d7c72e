using System.Globalization;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Plain numbers: measured ones by their relative difference, counted ones by their digits.</summary>
sealed class NumberValues : IFieldValues
{
    static readonly string[] _measured =
        ["different", "within-30-percent", "within-10-percent", "within-3-percent", "within-1-percent", "within-0.2-percent", "one-digit"];

    static readonly string[] _counted = ["different", "near", "swapped-digits", "one-digit", "off-by-one"];

    static readonly double[] _bounds = [0.3, 0.1, 0.03, 0.01, 0.002];

    readonly string[] _texts;
    readonly double[] _numbers;
    readonly ulong[] _bags;
    readonly bool _isMeasured;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public NumberValues(string[] texts, bool isMeasured)
    {
        _texts = texts;
        _isMeasured = isMeasured;
        _numbers = Parse(texts);
        _bags = Array.ConvertAll(texts, text => CharacterBag.Of(text));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _isMeasured ? _measured : _counted;

    /// <summary>Values as numbers; zero for the empty one.</summary>
    public static double[] Parse(IReadOnlyList<string> texts)
    {
        var numbers = new double[texts.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = texts[i].Length == 0 ? 0 : double.Parse(texts[i], CultureInfo.InvariantCulture);
        }

        return numbers;
    }

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Between(lefts[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        double a = _numbers[left], b = _numbers[right];
        return _isMeasured ? Measured(left, right, a, b) : Counted(left, right, a, b);
    }

    int Measured(int left, int right, double a, double b)
    {
        var difference = Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b));
        var level = 1;
        for (var i = 0; i < _bounds.Length && difference <= _bounds[i]; i++)
        {
            level = i + 2;
        }

        return level < 5 && _texts[left].Length >= 3 && IsOneEdit(left, right) ? 7 : level;
    }

    int Counted(int left, int right, double a, double b)
    {
        var difference = Math.Abs(a - b);
        if (difference == 1)
        {
            return 5;
        }

        string x = _texts[left], y = _texts[right];
        if (Math.Max(x.Length, y.Length) >= 2 && IsOneEdit(left, right))
        {
            return x.Length == y.Length && difference % 9 == 0 && _bags[left] == _bags[right] ? 3 : 4;
        }

        return difference <= 3 || difference <= 0.05 * Math.Abs(a) ? 2 : 1;
    }

    bool IsOneEdit(int left, int right) =>
        CharacterBag.FewestEdits(_bags[left], _bags[right]) <= 1 && EditDistance.Between(_texts[left], _texts[right], 1) <= 1;
}
