using System.Security.Cryptography;
using LeakTrace.Synthetic;

namespace LeakTrace.Tests.Synthetic;

public sealed class GenerationTests(GeneratedCases cases) : IClassFixture<GeneratedCases>
{
    [Fact]
    public void The_same_seed_writes_the_same_bytes()
    {
        MaternityCase.Write(cases.Folder("maternity-again"), GeneratedCases.MaternityOptions);
        CourierCase.Write(cases.Folder("courier-again"), GeneratedCases.CourierOptions);
        Assert.Equal(Hashes(cases.Maternity), Hashes(cases.Folder("maternity-again")));
        Assert.Equal(Hashes(cases.Courier), Hashes(cases.Folder("courier-again")));
    }

    [Fact]
    public void Another_seed_writes_other_people()
    {
        MaternityCase.Write(cases.Folder("maternity-other"), GeneratedCases.MaternityOptions with { Seed = 8 });
        var records = CaseReading.TextRegisters(cases.Maternity, "登记编号").Values.Select(row => row["手机号码"]).ToHashSet();
        var others = CaseReading.TextRegisters(cases.Folder("maternity-other"), "登记编号").Values
            .Select(row => row["手机号码"]);
        Assert.DoesNotContain(others, phone => phone.Length > 0 && records.Contains(phone));
    }

    [Theory]
    [InlineData(0, 12000)]
    [InlineData(9000, 5000)]
    public void Refuses_sizes_that_do_not_go_together(int rows, int records)
    {
        var maternity = new MaternityOptions { SeizedRows = rows, RegistryRecords = records };
        var courier = new CourierOptions { SeizedRows = rows * 2, RegistryRecords = records };
        Assert.ThrowsAny<ArgumentException>(() => MaternityCase.Write(cases.Folder("refused"), maternity));
        Assert.ThrowsAny<ArgumentException>(() => CourierCase.Write(cases.Folder("refused"), courier));
        Assert.False(Directory.Exists(cases.Folder("refused")));
    }

    [Fact]
    public void Refuses_a_share_above_one()
    {
        var options = new MaternityOptions { LostLogShare = 1.5 };
        var error = Assert.Throws<ArgumentException>(() => MaternityCase.Write(cases.Folder("refused"), options));
        Assert.Contains("LostLogShare", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_holds_something() =>
        Assert.Throws<ArgumentException>(() => MaternityCase.Write(cases.Courier, new MaternityOptions()));

    static SortedDictionary<string, string> Hashes(string directory)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var root in (string[])[directory, CaseTruth.DirectoryFor(directory)])
        {
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                hashes.Add(
                    Path.GetFileName(root).Replace("-again", "", StringComparison.Ordinal) + Path.GetRelativePath(root,
                        path),
                    Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
            }
        }

        return hashes;
    }
}
