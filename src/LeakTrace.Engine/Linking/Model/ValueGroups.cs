using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Records by their value of a field.</summary>
sealed class ValueGroups
{
    readonly int[] _left;
    readonly int[] _leftStarts;
    readonly int[] _right;
    readonly int[] _rightStarts;

    /// <summary>Sorts the records that are counted.</summary>
    public ValueGroups(FieldDomain field, bool[] isLeft, bool[] isRight)
    {
        (_left, _leftStarts) = Sort(field.Left, isLeft, field.Texts.Length);
        (_right, _rightStarts) = ReferenceEquals(field.Left, field.Right) ? (_left, _leftStarts) : Sort(field.Right, isRight, field.Texts.Length);
    }

    /// <summary>Left records that have a value.</summary>
    public ReadOnlySpan<int> Left(int value) => _left.AsSpan(_leftStarts[value], _leftStarts[value + 1] - _leftStarts[value]);

    /// <summary>Right records that have a value.</summary>
    public ReadOnlySpan<int> Right(int value) => _right.AsSpan(_rightStarts[value], _rightStarts[value + 1] - _rightStarts[value]);

    /// <summary>Running sums of the pairs that share each value; zero at the empty one.</summary>
    public double[] PairSums(bool isOneTable, FieldDomain field)
    {
        var sums = new double[_leftStarts.Length - 1];
        for (var v = 1; v < sums.Length; v++)
        {
            double left = Left(v).Length, right = Right(v).Length;
            sums[v] = sums[v - 1] + (field.IsOpen(v) ? 0 : isOneTable ? left * (left - 1) : left * right);
        }

        return sums;
    }

    static (int[] Records, int[] Starts) Sort(int[] values, bool[] chosen, int count)
    {
        var starts = new int[count + 1];
        for (var i = 0; i < values.Length; i++)
        {
            starts[values[i] + 1] += chosen[i] ? 1 : 0;
        }

        for (var v = 0; v < count; v++)
        {
            starts[v + 1] += starts[v];
        }

        var records = new int[starts[count]];
        var next = (int[])starts.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            if (chosen[i])
            {
                records[next[values[i]]++] = i;
            }
        }

        return (records, starts);
    }
}
