using System.Globalization;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>Accounts that several people share, as the generators make them: reported, and no others.</summary>
public sealed class SharedLoginTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-shared-").FullName;

    [Theory]
    [InlineData("maternity", "shared-accounts=3", "months=4")]
    [InlineData("courier", "terminals=3", "backup=true")]
    public void Shared_accounts_are_told_by_their_devices_and_no_others_are(string kind, string setting, string other)
    {
        var folder = Path.Combine(_root, "case");
        Run("generate", kind, folder, "--seed", "4", "--rows", "1200", "--registry", "6000", "--set", setting, "--set", other);
        Run("trace", folder, "--out", Path.Combine(_root, "out"), "--threads", "1");

        var truth = CaseReading.Table(Path.Combine(folder + ".truth", "accounts.csv")).ToDictionary(line => line["account"], line => line["shared"]);
        var accounts = CaseReading.Table(Path.Combine(_root, "out", "tables", "accounts.csv")).Where(line => line["rank"].Length > 0).ToList();
        // A few reads a month meet in no hour: what cannot be seen is not told.
        var shared = accounts.Where(line => truth.GetValueOrDefault(line["account"]) == "true" && Whole(line["records_read"]) >= 150).ToList();
        Assert.True(shared.Count >= 2);
        Assert.All(shared, line => Assert.Equal("true", line["shared_login"]));
        Assert.All(accounts.Where(line => truth.GetValueOrDefault(line["account"]) != "true"), line => Assert.Equal("false", line["shared_login"]));
        Assert.All(accounts.Where(line => line["shared_login"] == "true"), line =>
        {
            Assert.InRange(Whole(line["devices"]), 2, 3);
            Assert.InRange(Whole(line["hours_on_several_devices"]), 3, int.MaxValue);
        });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static void Run(params string[] args)
    {
        var (code, _, errors) = TracedCase.Run(args);
        Assert.Equal((0, ""), (code, errors));
    }
}
