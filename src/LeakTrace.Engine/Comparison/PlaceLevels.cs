namespace LeakTrace.Engine.Comparison;

/// <summary>Level of every pair of places, computed once: places are few and pairs are many.</summary>
public sealed class PlaceLevels
{
    readonly byte[] _levels;
    readonly int _width;

    /// <summary>Creates the table for places 1 to <paramref name="count"/> with every pair absent.</summary>
    public PlaceLevels(int count)
    {
        _width = count + 1;
        _levels = new byte[_width * _width];
    }

    /// <summary>Level of two places; place 0 is an absent one.</summary>
    public PlaceLevel this[int left, int right]
    {
        get => (PlaceLevel)_levels[left * _width + right];
        set => _levels[left * _width + right] = (byte)value;
    }
}
