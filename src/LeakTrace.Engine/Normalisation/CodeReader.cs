using System.Buffers;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Folds waybill, order and record numbers.</summary>
public static class CodeReader
{
    const int ShortestWaybill = 8;
    const int LongestWaybill = 30;

    static readonly SearchValues<char> _foldedUnits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*");

    /// <summary>
    /// Folds a code: upper case; spaces, dashes and dots dropped, a label in front (运单号：) and a spreadsheet's fraction
    /// (.0) too; letters in
    /// front of the digits kept.
    /// </summary>
    /// <param name="cell">Any text.</param>
    /// <param name="destination">At least as long as the cell.</param>
    /// <returns>Number of units written.</returns>
    public static int Fold(ReadOnlySpan<char> cell, Span<char> destination)
    {
        cell = CharacterFolding.Trim(cell);
        cell = cell[(LabelEnd(cell))..];
        if (cell.EndsWith(".0", StringComparison.Ordinal))
        {
            cell = cell[..^2];
        }

        var length = 0;
        foreach (var unit in cell)
        {
            var folded = char.IsAsciiDigit(unit) ? unit : CharacterFolding.Fold(unit);
            if (folded is not (' ' or '\0' or '-' or '.' or '_' or '\''))
            {
                destination[length++] = folded is >= 'a' and <= 'z' ? (char)(folded - 32) : folded;
            }
        }

        return length;
    }

    /// <summary>Whether a code is as <see cref="Fold"/> leaves it, beyond doubt.</summary>
    internal static bool IsFolded(ReadOnlySpan<char> code) => !code.ContainsAnyExcept(_foldedUnits);

    /// <summary>The code itself where it is folded already, as most are, else the front of it folded into a buffer.</summary>
    internal static ReadOnlySpan<char> Folded(ReadOnlySpan<char> code, Span<char> buffer) =>
        IsFolded(code) ? code : buffer[..Fold(code.Length > buffer.Length ? code[..buffer.Length] : code, buffer)];

    /// <summary>
    /// Whether a folded code can be a waybill or order number: 8 to 30 letters and digits, at least one of them a
    /// digit.
    /// </summary>
    public static bool IsWaybill(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < ShortestWaybill or > LongestWaybill)
        {
            return false;
        }

        var digits = 0;
        foreach (var unit in folded)
        {
            if (char.IsAsciiDigit(unit))
            {
                digits++;
            }
            else if (!char.IsAsciiLetterUpper(unit) && unit != '*')
            {
                return false;
            }
        }

        return digits > 0;
    }

    /// <summary>Whether a folded code is an obvious dummy: eight or more times the same digit.</summary>
    public static bool IsDummy(ReadOnlySpan<char> folded) =>
        folded.Length >= ShortestWaybill && char.IsAsciiDigit(folded[0]) && !folded.ContainsAnyExcept(folded[0]);

    static int LabelEnd(ReadOnlySpan<char> cell)
    {
        var colon = cell.IndexOfAny(':', '：');
        return colon > 0 && HanReadings.IsHan(cell[0]) ? colon + 1 : 0;
    }
}
