using System.Globalization;
using System.Text;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>Names columns and roles as users know them.</summary>
public static class ColumnName
{
    /// <summary>A 0-based column by letters and number from 1: <c>C (#3)</c>; the number is how case.json calls it.</summary>
    public static string Of(int column) => string.Create(CultureInfo.InvariantCulture, $"{LettersOf(column)} (#{column + 1})");

    /// <summary>Letters of a 0-based column, as spreadsheets show them: A, Z, AA.</summary>
    public static string LettersOf(int column)
    {
        var letters = new StringBuilder();
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters.Insert(0, (char)('A' + (left - 1) % 26));
        }

        return letters.ToString();
    }

    /// <summary>A role as case.json writes it: <c>event-date</c>.</summary>
    public static string Of(FieldRole role)
    {
        var name = new StringBuilder();
        foreach (var c in role.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
