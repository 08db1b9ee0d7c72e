using System.Text;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Docs;

namespace LeakTrace.Tests.Counting;

public sealed class PolicyTests
{
    [Fact]
    public void The_built_in_policy_is_the_file_of_the_project()
    {
        var policy = CountingPolicy.Parse(File.ReadAllBytes(ProjectFolder.PathOf("policy", "cn-2017-10.json")), "cn-2017-10.json");

        Assert.Equal(policy.Tiers, CountingPolicy.Default.Tiers);
        Assert.Equal(["三", "四", "五"], policy.RecordTiers.Select(tier => tier.Name));
        Assert.Equal((0.5, 10), (policy.Insider.Factor, policy.Severe.Factor));
    }

    [Fact]
    public void Names_everything_that_is_wrong_at_once()
    {
        var message = Failure("""
            { "name": "x", "title": { "zh": "甲" },
              "tiers": [ { "tier": "五", "article": "a", "text": "t", "measure": "rows", "threshold": 0 } ],
              "insider": { "article": "a", "text": "t", "factor": 0.5, "tiers": ["六"] },
              "information": [ { "type": "phone", "zh": "电", "en": "phone", "tiers": ["九"], "roles": ["telephone"] } ], "surplus": 1 }
            """);

        foreach (var part in (string[])["\"surplus\" is no known key", "title.en is missing", "tiers[0].measure is none of", "tiers[0].threshold must be a number above 0",
            "insider.tiers names a tier", "severe is missing", "information[0].tiers names a tier", "information[0].roles names no known role"])
        {
            Assert.Contains("p.json: ", message, StringComparison.Ordinal);
            Assert.Contains(part, message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[", "p.json, line 1")]
    [InlineData("{ \"name\": 1, \"name\": 2 }", "p.json")]
    [InlineData("[]", "p.json: the whole must be an object")]
    public void Says_where_a_file_is_no_policy(string json, string start) => Assert.StartsWith(start, Failure(json), StringComparison.Ordinal);

    [Theory]
    [InlineData(FieldRole.Phone, "", "phone", "五")]
    [InlineData(FieldRole.Waybill, "运单号", "transaction", "四 五")]
    [InlineData(FieldRole.Attribute, "征信报告", "credit", "三")]
    [InlineData(FieldRole.Attribute, "行动轨迹", "track", "三")]
    [InlineData(FieldRole.Attribute, "ＧＰＳ", "track", "三")]
    [InlineData(FieldRole.Attribute, "通话记录", "communication-record", "四")]
    [InlineData(FieldRole.Attribute, "酒店", "accommodation", "四")]
    [InlineData(FieldRole.EventDate, "分娩日期", "health", "四 五")]
    public void Tells_types_of_information_by_columns(FieldRole role, string header, string type, string tiers)
    {
        var found = CountingPolicy.Default.Information.Where(known => known.IsIn(role, InformationColumns.Fold(header))).ToList();

        Assert.Equal(tiers, string.Join(' ', found.Single(known => known.Name == type).Tiers));
    }

    static string Failure(string json) =>
        Assert.Throws<InputException>(() => CountingPolicy.Parse(Encoding.UTF8.GetBytes(json), "p.json")).Message;
}
