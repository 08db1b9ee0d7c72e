using System.Text.Json;
using System.Xml;
using LeakTrace.Reports.Totals;

namespace LeakTrace.Reports;

/// <summary>Holds the outputs of a trace against one another: states add up to totals, and the same totals stand in every format.</summary>
public static class ReportTotals
{
    // From one scope to the rows or to another: lines whose sum is known.
    static readonly string[] _states = ["blank", "layout", "placeholder", "unidentifiable", "invalid", "duplicate", "probable_duplicate", "valid"];

    /// <summary>What does not agree, each with the numbers; empty where all does.</summary>
    /// <param name="directory">Folder of the reports and tables.</param>
    /// <param name="compared">Numbers that were compared.</param>
    public static IReadOnlyList<string> Differences(string directory, out int compared)
    {
        compared = 0;
        var differences = new List<string>();
        CountTable? tables = Try("tables/counts.csv", directory, CsvTotals.Read, differences);
        if (tables is null)
        {
            return differences;
        }

        differences.AddRange(Unbalanced(tables));
        if (Try("tables/rows.csv", directory, CsvTotals.Statuses, differences) is { } rows)
        {
            differences.AddRange(AgainstRows(tables, rows));
        }

        foreach (var (name, read) in (ReadOnlySpan<(string, Func<string, CountTable>)>)
            [("report.json", JsonTotals.Read), ("report.xlsx", WorkbookTotals.Read), ("report.html", PageTotals.Read)])
        {
            if (Try(name, directory, read, differences) is { } other)
            {
                compared += other.Numbers.Count;
                differences.AddRange(Between(tables, other, name));
            }
        }

        return differences;
    }

    /// <summary>Lines whose states do not add up to their total.</summary>
    static IEnumerable<string> Unbalanced(CountTable tables)
    {
        foreach (var (scope, key) in tables.Lines)
        {
            long total = tables.Of(scope, key, "total"), sum = _states.Sum(state => tables.Of(scope, key, state));
            if (total != sum)
            {
                yield return $"tables/counts.csv, {scope} '{key}': the states add up to {CsvTotals.Text(sum)}, the total is {CsvTotals.Text(total)}.";
            }
        }

        foreach (var column in _states.Append("total"))
        {
            var edges = tables.Lines.Where(line => line.Scope == "edge").ToList();
            long sum = edges.Sum(line => tables.Of(line.Scope, line.Key, column)), all = tables.Of("all", "", column);
            if (edges.Count > 0 && sum != all)
            {
                yield return $"tables/counts.csv, {column}: the edges add up to {CsvTotals.Text(sum)}, the whole is {CsvTotals.Text(all)}.";
            }
        }
    }

    /// <summary>Scopes in which every row stands once, against the list of rows.</summary>
    static IEnumerable<string> AgainstRows(CountTable tables, Dictionary<string, long> rows)
    {
        foreach (var scope in (string[])["source", "month"])
        {
            foreach (var state in _states)
            {
                var sum = tables.Lines.Where(line => line.Scope == scope).Sum(line => tables.Of(scope, line.Key, state));
                if (sum != rows[state])
                {
                    yield return $"tables/rows.csv has {CsvTotals.Text(rows[state])} rows of status {state}; by {scope}, tables/counts.csv has {CsvTotals.Text(sum)}.";
                }
            }
        }

        foreach (var unknown in rows.Keys.Except(_states))
        {
            yield return $"tables/rows.csv has rows of a status that is none: '{unknown}'.";
        }
    }

    /// <summary>Numbers of an output that are not those of the tables, and lines that it lacks.</summary>
    static IEnumerable<string> Between(CountTable tables, CountTable other, string name)
    {
        foreach (var ((scope, key, column), number) in other.Numbers)
        {
            if (!tables.Numbers.TryGetValue((scope, key, column), out var expected))
            {
                yield return $"{name} counts {scope} '{key}', which tables/counts.csv does not.";
            }
            else if (expected != number)
            {
                yield return $"{scope} '{key}', {column}: {CsvTotals.Text(number)} in {name}, {CsvTotals.Text(expected)} in tables/counts.csv.";
            }
        }

        var shown = other.Lines.ToHashSet();
        foreach (var (scope, key) in tables.Lines.Where(line => !shown.Contains(line)))
        {
            yield return $"{name} does not count {scope} '{key}', which tables/counts.csv does.";
        }
    }

    static T? Try<T>(string name, string directory, Func<string, T> read, List<string> differences)
        where T : class
    {
        try
        {
            return read(directory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            differences.Add($"{name} is missing.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or XmlException
            or FormatException or KeyNotFoundException or NullReferenceException or ArgumentException or InvalidOperationException)
        {
            differences.Add($"{name} cannot be read as a report of LeakTrace ({e.GetType().Name}).");
        }

        return null;
    }
}
