using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// How often a row shows white space or signs, where the record that it was made from shows them and where it does not. It is learned
/// from people whom one source alone holds, for lists are cleaned and formatted on their way, and only those tell how often.
/// </summary>
sealed class TypedAlike
{
    // One made-up row of each sort: without any real one both are as likely.
    const double Prior = 1;
    static readonly RowTraits[] _signs = [RowTraits.Spaced, RowTraits.Punctuated];
    readonly double[,,] _rows = new double[2, 2, 2];

    /// <summary>Counts a row of somebody whom one source holds.</summary>
    public void Add(RowTraits row, RowTraits record, double probability)
    {
        for (var sign = 0; sign < _signs.Length; sign++)
        {
            _rows[sign, Shows(record, sign), Shows(row, sign)] += probability;
        }
    }

    /// <summary>Logarithm of the probability that a row made from this record is typed like this.</summary>
    public double LogLikelihood(RowTraits row, RowTraits record)
    {
        var sum = 0.0;
        for (var sign = 0; sign < _signs.Length; sign++)
        {
            var shows = Shows(record, sign);
            sum += Math.Log((_rows[sign, shows, Shows(row, sign)] + Prior) / (_rows[sign, shows, 0] + _rows[sign, shows, 1] + 2 * Prior));
        }

        return sum;
    }

    static int Shows(RowTraits traits, int sign) => (traits & _signs[sign]) != 0 ? 1 : 0;
}
