using System.Buffers;
using System.Runtime.CompilerServices;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Writes one trimmed cell into its column, unless the record has a value already: of several columns of one role the
/// first with a value counts.
/// Returns what the cell says about the row.
/// </summary>
static class CellWriting
{
    const int StackLimit = 256;

    public static RowTraits NationalId(ColumnBuilder column, int record, ReadOnlySpan<char> cell)
    {
        if (column[record] != 0)
        {
            return RowTraits.None;
        }

        if (!NationalIdReader.Read(cell, out var head, out var tail))
        {
            return NullTraits(cell);
        }

        column.Set(record, head);
        column.SetExtended(record, tail);
        return PackedNationalId.KindOf(head) switch
        {
            NationalIdKind.Malformed => RowTraits.MalformedNationalId,
            NationalIdKind.PrecisionLost => RowTraits.PrecisionLost,
            _ => RowTraits.None,
        };
    }

    public static RowTraits Date(ColumnBuilder column, int record, ReadOnlySpan<char> cell, in DateContext context)
    {
        if (column[record] != 0)
        {
            return RowTraits.None;
        }

        if (!DateReader.Read(cell, context, out var packed))
        {
            return NullTraits(cell);
        }

        column.Set(record, packed);
        return RowTraits.None;
    }

    public static RowTraits Label(ColumnBuilder column, int record, ReadOnlySpan<char> cell)
    {
        var traits = NullTraits(cell);
        if (traits == RowTraits.None && column[record] == 0)
        {
            column.SetLabel(record, cell);
        }

        return traits;
    }

    [SkipLocalsInit]
    public static RowTraits Address(ColumnBuilder column, int record, ReadOnlySpan<char> cell)
    {
        var traits = NullTraits(cell);
        if (traits != RowTraits.None || column[record] != 0)
        {
            return traits;
        }

        if (AddressReader.IsFolded(cell))
        {
            WriteAddress(column, record, cell);
            return RowTraits.None;
        }

        char[]? rented = null;
        var folded = cell.Length <= StackLimit
            ? stackalloc char[StackLimit]
            : (rented = ArrayPool<char>.Shared.Rent(cell.Length));
        try
        {
            WriteAddress(column, record, folded[..AddressReader.Fold(cell, folded)]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }

        return RowTraits.None;
    }

    static void WriteAddress(ColumnBuilder column, int record, ReadOnlySpan<char> folded)
    {
        if (folded.Length > 0)
        {
            column.Set(record, AddressReader.Signature(folded));
            column.SetText(record, folded);
        }
    }

    [SkipLocalsInit]
    public static RowTraits Code(ColumnBuilder column, int record, ReadOnlySpan<char> cell)
    {
        Span<char> buffer = stackalloc char[StackLimit];
        return WriteCode(column, record, cell, buffer, out _);
    }

    [SkipLocalsInit]
    public static RowTraits Waybill(ColumnBuilder column, int record, ReadOnlySpan<char> cell)
    {
        if (column[record] != 0)
        {
            return RowTraits.None;
        }

        Span<char> buffer = stackalloc char[StackLimit];
        var traits = WriteCode(column, record, cell, buffer, out var code);
        return traits != RowTraits.None ? traits
            : CodeReader.IsDummy(code) ? RowTraits.Placeholder
            : CodeReader.IsWaybill(code) && cell.Length <= StackLimit ? RowTraits.None
            : RowTraits.MalformedWaybill;
    }

    /// <summary><see cref="RowTraits.NullWord"/> where the cell is a word for none.</summary>
    public static RowTraits NullTraits(ReadOnlySpan<char> cell) =>
        NullWords.IsNullCell(cell) ? RowTraits.NullWord : RowTraits.None;

    static RowTraits WriteCode(
        ColumnBuilder column, int record, ReadOnlySpan<char> cell, Span<char> buffer, out ReadOnlySpan<char> code)
    {
        code = default;
        var traits = NullTraits(cell);
        if (traits != RowTraits.None || column[record] != 0)
        {
            return traits;
        }

        // No carrier's or register's number comes near the limit; what does is text, of which the front tells it apart.
        code = CodeReader.Folded(cell.Length > StackLimit ? cell[..StackLimit] : cell, buffer);
        if (code.Length > 0)
        {
            column.Set(record, Hash64.Of(code));
            column.SetText(record, cell);
        }

        return RowTraits.None;
    }
}
