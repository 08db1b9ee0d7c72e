namespace LeakTrace.Synthetic;

/// <summary>Draws from values with unequal weights.</summary>
sealed class WeightedChoice<T>
{
    readonly T[] _values;
    readonly double[] _cumulative;

    public WeightedChoice(IEnumerable<(T Value, double Weight)> choices)
    {
        var pairs = choices.ToArray();
        _values = [.. pairs.Select(pair => pair.Value)];
        _cumulative = new double[pairs.Length];
        var sum = 0.0;
        for (var i = 0; i < pairs.Length; i++)
        {
            sum += pairs[i].Weight;
            _cumulative[i] = sum;
        }
    }

    public T Draw(Chance chance)
    {
        var position = Array.BinarySearch(_cumulative, chance.Unit() * _cumulative[^1]);
        return _values[Math.Min(position < 0 ? ~position : position + 1, _values.Length - 1)];
    }
}
