using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Rows;

namespace LeakTrace.Tests.Ingest;

/// <summary>Whole records in one text.</summary>
public sealed class WrittenRecordsTests
{
    [Theory]
    [InlineData("产妇 王丽 13812345678 2023-05-01 市一医院 剖宫产", "王丽", "13812345678", "2023-05-01", "市一医院")]
    [InlineData("姓名：王丽 电话：13812345678 分娩日期：2023年5月1日 医院：市一医院", "王丽", "13812345678", "2023年5月1日", "市一医院")]
    [InlineData("王丽13812345678，2023.5.1，市一医院", "王丽", "13812345678", "2023.5.1", "市一医院")]
    [InlineData("王丽的电话是13812345678", "王丽", "13812345678", "", "")]
    [InlineData("市一医院/王丽；2023-05-01；13812345678", "", "13812345678", "2023-05-01", "")]
    [InlineData("收件人:王丽,手机:138-1234-5678,地址:北京市朝阳区人民路1号阳光小区2栋301室", "王丽", "138-1234-5678", "", "")]
    [InlineData("王丽 13812345678 13912345678", "王丽", "13812345678 13912345678", "", "")]
    public void A_record_is_split_by_what_is_found_inside(string text, string name, string phone, string date, string hospital)
    {
        var record = Assert.Single(WrittenRecords.Read(text, default));

        Assert.Equal(phone, record[(int)FieldRole.Phone]);
        Assert.Equal(date, record[(int)FieldRole.EventDate]);
        if (name.Length > 0)
        {
            Assert.Equal(name, record[(int)FieldRole.PersonName]);
            Assert.Equal(hospital, record[(int)FieldRole.Institution]);
        }
    }

    [Theory]
    [InlineData("王丽 13812345678\n张敏 13912345678", 2)]
    [InlineData("王丽 13812345678 张敏 13912345678", 2)]
    [InlineData("13812345678\n13912345678", 2)]
    [InlineData("电话：13812345678\n姓名：王丽", 1)]
    [InlineData("姓名：王丽\n电话：13812345678\n备用电话：13912345678", 1)]
    public void Several_people_in_one_text_are_several_records(string text, int records) =>
        Assert.Equal(records, WrittenRecords.Read(text, default).Count);

    [Theory]
    [InlineData("好的，明天再说")]
    [InlineData("钱转你了，8000")]
    [InlineData("王丽")]
    [InlineData("")]
    public void A_text_that_identifies_nobody_is_no_record(string text) => Assert.Empty(WrittenRecords.Read(text, default));
}
