using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Tests.Scoring;

public sealed class NearPhoneTests
{
    [Theory]
    [InlineData(NameLevel.Different, PhoneLevel.OneDigit, true)]
    [InlineData(NameLevel.SurnameOnly, PhoneLevel.Transposed, true)]
    [InlineData(NameLevel.Absent, PhoneLevel.Near, true)]
    [InlineData(NameLevel.TonelessPinyin, PhoneLevel.OneDigit, false)]
    [InlineData(NameLevel.MaskCommon, PhoneLevel.OneDigit, false)]
    [InlineData(NameLevel.Different, PhoneLevel.Exact, false)]
    [InlineData(NameLevel.Different, PhoneLevel.Mask, false)]
    public void A_near_phone_counts_only_beside_a_name_that_agrees(NameLevel name, PhoneLevel phone, bool isUnsupported)
    {
        var pattern = PersonPattern.At(PersonField.Name, (int)name) | PersonPattern.At(PersonField.Phone, (int)phone);
        Assert.Equal(isUnsupported, NearPhone.IsUnsupported(pattern));
    }

    [Fact]
    public void Or_beside_another_number_or_address_of_the_person()
    {
        var near = PersonPattern.At(PersonField.Name, (int)NameLevel.Different) | PersonPattern.At(PersonField.Phone, (int)PhoneLevel.OneDigit);
        Assert.False(NearPhone.IsUnsupported(near | PersonPattern.At(PersonField.NationalId, (int)NationalIdLevel.Exact)));
        Assert.False(NearPhone.IsUnsupported(near | PersonPattern.At(PersonField.Address, (int)AddressLevel.Exact)));
        Assert.False(NearPhone.IsUnsupported(near | PersonPattern.At(PersonField.Waybill, (int)CodeLevel.Exact)));
        Assert.True(NearPhone.IsUnsupported(near | PersonPattern.At(PersonField.Institution, (int)PlaceLevel.SameSmall)));
        Assert.True(NearPhone.IsUnsupported(near | PersonPattern.At(PersonField.EventDate, (int)DateLevel.Exact)));
    }
}
