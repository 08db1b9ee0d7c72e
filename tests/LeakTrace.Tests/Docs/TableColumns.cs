using System.Reflection;
using System.Text;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Tests.Docs;

/// <summary>The README's account of the tables, out of what writes them.</summary>
static class TableColumns
{
    // A table that is written and not described here fails the test.
    static readonly Dictionary<string, string> _lines = new()
    {
        ["inputs"] = "a file that was read",
        ["rows"] = "a physical row below seized/, with its one status",
        ["matches"] = "a seized row and a registry record, best first within a row, from probability 0.01",
        ["sources"] = "a hospital, branch or other source; the last is `elsewhere`",
        ["accounts"] = "an account; the last is `elsewhere`",
        ["sources_by_scope"] = "a source in one edge or one month of recording; `elsewhere` last",
        ["accounts_by_scope"] = "an account in one edge or one month of recording; `elsewhere` last",
        ["counts"] = "a scope (all, edge, seller, buyer, party, file, source, month) and what its rows come to",
        ["files"] = "a seized file, with what it adds and which file it copies",
        ["thresholds"] = "a scope held against a tier of the counting rule",
        ["threshold_keys"] = "the same under each key and for both bounds",
        ["ledger"] = "a payment, and what was delivered for it",
        ["prices"] = "a price on one edge, and when it began",
        ["parties"] = "a party, and what a file of payments says that it received, passed on and kept",
        ["disagreements"] = "a place where evidence of deliveries or of money disagrees",
        ["information"] = "a type of information in a seized sheet",
        ["columns"] = "a column of a seized sheet, and what was taken to be in it",
        ["lineage"] = "a seized file and one that was made from it, directly",
        ["flows"] = "a seller and a buyer, with what went between them",
        ["calls"] = "a source, and whether calls follow its admissions",
        ["problems"] = "something to know about an input",
    };

    /// <summary>One line for each table.</summary>
    public static string Write()
    {
        var text = new StringBuilder("| table | a line is | columns |\n|---|---|---|\n");
        foreach (var field in new[] { typeof(TraceTables), typeof(CountingTables) }.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            var (name, columns) = Describe(field.GetValue(null)!);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{name}` | {_lines[name]} | {string.Join(", ", columns)} |\n");
        }

        return text.ToString();
    }

    static (string Name, IEnumerable<string> Columns) Describe(object table)
    {
        var type = table.GetType();
        var columns = (Array)type.GetProperty("Columns")!.GetValue(table)!;
        return ((string)type.GetProperty("Name")!.GetValue(table)!, columns.Cast<System.Runtime.CompilerServices.ITuple>().Select(column => (string)column[0]!));
    }
}
