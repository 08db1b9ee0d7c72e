using LeakTrace.Engine.Linking;
using LeakTrace.Ingest;
using LeakTrace.Tests.Normalisation;

namespace LeakTrace.Tests.TableLinking;

public sealed class PublicSetTests
{
    [DataFact]
    public void Febrl_1_and_2_are_found_with_at_most_one_pair_wrong_or_missing()
    {
        Assert.InRange(Febrl(1).Wrong, 0, 1);
        Assert.True(Febrl(2).F1 >= 0.997);
    }

    [DataFact]
    public void Fake_1000_is_found_above_what_its_peers_reach()
    {
        var table = Read("splink", "fake_1000.csv");
        var truth = table.IndexOf("cluster");
        var fields = ColumnInference.FieldsOf(table, table, 0, 0).Fields.Where(field => field.Left != truth).ToList();
        Assert.True(Quality(table, fields, record => table.Columns[truth][record]).F1 >= 0.88);
    }

    static (double F1, int Wrong) Febrl(int number)
    {
        var table = Read("febrl", $"dataset{number}.csv");
        return Quality(table, ColumnInference.FieldsOf(table, table, 0, 0).Fields, record => table.Columns[0][record].Split('-')[1]);
    }

    static LinkTable Read(string folder, string file) => TableFile.Read(Path.Combine(DataFactAttribute.Folder!, "linkage", folder, file), []);

    static (double F1, int Wrong) Quality(LinkTable table, IReadOnlyList<LinkField> fields, Func<int, string> person)
    {
        var clusters = TableLinkage.Dedupe(table, fields, new LinkSettings(2)).Clusters;
        var people = Enumerable.Range(0, table.Rows).Select(person).ToArray();
        int right = 0, found = 0, real = 0;
        for (var a = 0; a < table.Rows; a++)
        {
            for (var b = a + 1; b < table.Rows; b++)
            {
                var said = clusters[a] == clusters[b];
                var isTrue = people[a] == people[b];
                right += said && isTrue ? 1 : 0;
                found += said ? 1 : 0;
                real += isTrue ? 1 : 0;
            }
        }

        return (2.0 * right / (found + real), found + real - 2 * right);
    }
}
