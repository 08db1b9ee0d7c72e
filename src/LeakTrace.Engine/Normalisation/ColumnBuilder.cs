using System.Runtime.CompilerServices;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Collects the values of one column; arrays come into being with the first value that needs them.</summary>
sealed class ColumnBuilder
{
    readonly FieldType _type;
    readonly int _capacity;
    ulong[] _values = [];
    ulong[] _extended = [];
    TextHeapBuilder? _text;
    LabelIndex? _labels;

    public ColumnBuilder(FieldType type, int capacity)
    {
        _capacity = capacity;
        _type = type;
    }

    /// <summary>Value of a record, zero where it has none.</summary>
    public ulong this[int record] => record < _values.Length ? _values[record] : 0;

    /// <summary>Sets the value of a record.</summary>
    public void Set(int record, ulong value)
    {
        Grow(ref _values, record);
        _values[record] = value;
    }

    /// <summary>Sets the second word of a record.</summary>
    public void SetExtended(int record, ulong value)
    {
        Grow(ref _extended, record);
        _extended[record] = value;
    }

    /// <summary>Sets the text of a record; records must come in order.</summary>
    public void SetText(int record, ReadOnlySpan<char> text)
    {
        _text ??= new TextHeapBuilder(_capacity);
        _text.Append(record, text);
    }

    /// <summary>Sets the label of a record.</summary>
    public void SetLabel(int record, ReadOnlySpan<char> label)
    {
        _labels ??= new LabelIndex();
        Set(record, (ulong)_labels.NumberOf(label));
    }

    /// <summary>The column over a number of records; null where none has a value.</summary>
    public Column? Build(int records)
    {
        if (_values.Length == 0)
        {
            return null;
        }

        Array.Resize(ref _values, records);
        if (_extended.Length > 0)
        {
            Array.Resize(ref _extended, records);
        }

        var extended = _extended.Length > 0 ? _extended : null;
        return new Column(_type, _values, extended, _text?.Build(records), _labels?.ToArray());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Grow(ref ulong[] array, int record)
    {
        if (record >= array.Length)
        {
            GrowTo(ref array, record);
        }
    }

    void GrowTo(ref ulong[] array, int record)
    {
        // Cells are asked for before they are set. Fresh memory that is read before it is written faults twice for each page,
        // the second time through all processors; clearing it writes first.
        var grown = GC.AllocateUninitializedArray<ulong>(Math.Max(Math.Max(256, _capacity), Math.Max(array.Length * 2, record + 1)));
        array.CopyTo(grown, 0);
        Array.Clear(grown, array.Length, grown.Length - array.Length);
        array = grown;
    }
}
