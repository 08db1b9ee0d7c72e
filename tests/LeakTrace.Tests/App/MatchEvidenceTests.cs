using System.Globalization;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

public class MatchEvidenceTests
{
    // Each term is rounded to a tenth.
    const double Rounding = 0.051;

    [Theory]
    [InlineData("maternity", 1200, 6000)]
    [InlineData("courier", 1200, 6000)]
    [InlineData("maternity", 200, 1000)]
    public void The_terms_of_every_match_add_up_to_its_weight(string kind, int rows, int records)
    {
        var root = Directory.CreateTempSubdirectory("leaktrace-evidence-").FullName;
        try
        {
            var folder = Path.Combine(root, "case");
            Assert.Equal(0, TracedCase.Run("generate", kind, folder, "--seed", "23", "--rows", $"{rows}", "--registry", $"{records}").Code);
            Assert.InRange(TracedCase.Run("trace", folder).Code, 0, 1);
            AddUp(folder);

            // So few rows that nothing is estimated from the register, whose rows among themselves are all the same.
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "seized"), "*.csv", SearchOption.AllDirectories))
            {
                File.WriteAllLines(file, File.ReadLines(file).Take(4));
            }

            Assert.InRange(TracedCase.Run("trace", folder).Code, 0, 1);
            AddUp(folder);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static void AddUp(string folder)
    {
        foreach (var line in CaseReading.Table(Path.Combine(folder, "out", "tables", "matches.csv")))
        {
            var terms = line["evidence"].Split("; ");
            var sum = terms.Sum(term => double.Parse(term.AsSpan(term.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));
            var weight = double.Parse(line["weight"], CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(sum - weight) <= Rounding * terms.Length, $"{line["evidence"]} is {sum:0.0}, not {weight:0.00}");
        }
    }
}
