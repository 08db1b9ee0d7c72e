using System.Globalization;
using LeakTrace.Synthetic;

namespace LeakTrace.Tests.Synthetic;

/// <summary>Resale, calls that follow admissions, and the options of the other kinds.</summary>
public sealed class FurtherKindsTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("leaktrace-kinds-").FullName;

    string Folder => Path.Combine(_root, "case");

    [Fact]
    public void A_resold_file_is_sent_by_who_had_received_what_it_was_made_from()
    {
        ResaleCase.Write(Folder, new ResaleOptions { Seed = 3, SeizedRows = 1500 });
        var deliveries = CaseReading.Table(Path.Combine(Folder, "deliveries.csv")).ToDictionary(line => line["file"]);
        var edges = Truth("lineage");
        Assert.NotEmpty(edges);
        Assert.Contains(edges.GroupBy(edge => edge["to_file"]), group => group.Count() == 2);
        Assert.All(edges, edge =>
        {
            var (from, to) = (deliveries[edge["from_file"]], deliveries[edge["to_file"]]);
            Assert.Equal(from["buyer"], to["seller"]);
            Assert.True(string.CompareOrdinal(from["sent_at"], to["sent_at"]) < 0);
            Assert.True(File.Exists(Path.Combine(Folder, "seized", edge["to_file"])));
        });
        var people = Truth("rows").Where(row => row["person"].Length > 0).ToLookup(row => row["file"], row => row["person"]);
        Assert.All(edges, edge => Assert.Equal(
            people[edge["from_file"]].Intersect(people[edge["to_file"]]).Count(), int.Parse(edge["people"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Where_a_file_between_was_not_found_the_truth_names_the_nearest_before_it()
    {
        ResaleCase.Write(Folder, new ResaleOptions { Seed = 4, SeizedRows = 1500, UnseizedFileShare = 0.3, Deliveries = false });
        Assert.False(File.Exists(Path.Combine(Folder, "deliveries.csv")));
        Assert.All(Truth("lineage"), edge => Assert.All(
            [edge["from_file"], edge["to_file"]], file => Assert.True(File.Exists(Path.Combine(Folder, "seized", file)))));
    }

    [Fact]
    public void Calls_that_follow_come_after_the_admission_of_a_hospital_that_leaks()
    {
        AdmissionsCallsCase.Write(Folder, new AdmissionsCallsOptions { Seed = 2, Calls = 500, RegistryRecords = 4000 });
        Assert.False(Directory.Exists(Path.Combine(Folder, "seized")));
        var leaking = Truth("following").Where(line => line["follows"] == "true").Select(line => line["source"]).ToList();
        Assert.Equal(2, leaking.Count);
        var calls = Truth("calls");
        Assert.InRange(calls.Count, 400, 600);
        Assert.All(calls, call => Assert.Equal(call["kind"] != "noise", leaking.Contains(call["source"])));
        Assert.InRange(calls.Count(call => call["kind"] == "noise") / (double)calls.Count, 0.35, 0.45);
    }

    [Fact]
    public void Canaries_stand_in_one_register_and_some_are_sold()
    {
        MaternityCase.Write(Folder, new MaternityOptions { Seed = 2, SeizedRows = 2500, RegistryRecords = 9000, Canaries = 25 });
        var canaries = Truth("canaries");
        Assert.Equal(25 * 12, canaries.Count);
        var sold = canaries.Where(canary => canary["sold_by"].Length > 0).ToList();
        Assert.InRange(sold.Count, 1, canaries.Count / 2);
        var insiders = Truth("accounts").Where(account => account["role"] == "insider").Select(account => account["account"]).ToList();
        Assert.All(sold, canary => Assert.Contains(canary["sold_by"], insiders));
    }

    [Fact]
    public void Leaks_start_and_stop()
    {
        MaternityCase.Write(Folder, new MaternityOptions { Seed = 3, SeizedRows = 2000, RegistryRecords = 9000, FirstLeakShare = 0.3, SecondLeakShare = 0.5 });
        var leaks = Truth("leaks").ToDictionary(leak => leak["account"], leak => (leak["from"], leak["until"]));
        Assert.Equal(2, leaks.Count);
        var sent = CaseReading.Table(Path.Combine(Folder, "deliveries.csv")).Where(delivery => delivery["seller"] == "L").Select(delivery => delivery["sent_at"]).ToList();
        var insider = Truth("accounts").Single(account => account["role"] == "insider" && account["account"].StartsWith("hq", StringComparison.Ordinal))["account"];
        Assert.All(sent, at => Assert.True(string.CompareOrdinal(at, leaks[insider].Item1) > 0));
        Assert.InRange(sent.Count, 5, 13);
    }

    [Fact]
    public void From_elsewhere_nobody_leaked()
    {
        MaternityCase.Write(Folder, new MaternityOptions { Seed = 4, SeizedRows = 2000, RegistryRecords = 9000, FromElsewhere = true, ElsewhereOverlapShare = 0.1 });
        Assert.All(Truth("accounts"), account => Assert.Equal("0", account["leaked_people"]));
        Assert.All(Truth("sources").Where(source => source["source"] != "elsewhere"), source => Assert.Equal("0", source["leaked_people"]));
        var rows = Truth("rows").Where(row => row["person"].Length > 0).ToList();
        Assert.InRange(rows.Count(row => row["record"].Length > 0) / (double)rows.Count, 0.05, 0.16);
        Assert.All(rows, row => Assert.Equal("false", row["leaked"]));
    }

    [Fact]
    public void Shared_log_ins_are_used_on_several_devices_and_others_on_one()
    {
        MaternityCase.Write(Folder, new MaternityOptions { Seed = 5, SeizedRows = 1500, RegistryRecords = 6000, SharedAccounts = 4 });
        var shared = Truth("accounts").Where(account => account["shared"] == "true").Select(account => account["account"]).ToHashSet();
        Assert.Equal(4, shared.Count);
        var devices = CaseReading.Table(Path.Combine(Folder, "access-log", "head-office.csv"))
            .GroupBy(entry => entry["account"], entry => entry["terminal"]).ToDictionary(group => group.Key, group => group.Distinct().Count());
        Assert.All(devices, account => Assert.Equal(1, account.Value));
    }

    [Fact]
    public void A_platform_keeps_copies_of_waybills_that_differ()
    {
        CourierCase.Write(Folder, new CourierOptions { Seed = 5, SeizedRows = 1500, RegistryRecords = 6000, PlatformShare = 0.3, Canaries = 5, Terminals = 3, LeakShare = 0.5 });
        Assert.True(File.Exists(Path.Combine(Folder, "registry", "平台订单导出.xlsx")));
        Assert.Equal(16 * 5, Truth("canaries").Count);
        Assert.Equal(4, Truth("leaks").Count);
        Assert.Contains(Truth("accounts"), account => account["shared"] == "true");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    List<Dictionary<string, string>> Truth(string table) => CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(Folder), table + ".csv"));
}
