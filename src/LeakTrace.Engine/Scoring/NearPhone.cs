using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// A number one digit off is a typing error or a neighbour's: company groups, one shop's cards and published ranges are
/// numbers in sequence. Phones depend on one another there, so that a near number speaks for the same person only beside
/// something of the person that agrees too.
/// </summary>
public static class NearPhone
{
    /// <summary>Whether the phones are near but not the same, and nothing else of the person agrees.</summary>
    public static bool IsUnsupported(ulong pattern)
    {
        var phone = (PhoneLevel)PersonPattern.LevelOf(pattern, PersonField.Phone);
        if (phone is not (PhoneLevel.Near or PhoneLevel.OneDigit or PhoneLevel.Transposed))
        {
            return false;
        }

        var name = (NameLevel)PersonPattern.LevelOf(pattern, PersonField.Name);
        if (name >= NameLevel.MaskCommon)
        {
            return false;
        }

        // A date is a person's only where there is no name to say otherwise.
        return PersonPattern.LevelOf(pattern, PersonField.NationalId) < (int)NationalIdLevel.Mask
            && PersonPattern.LevelOf(pattern, PersonField.Waybill) != (int)CodeLevel.Exact
            && PersonPattern.LevelOf(pattern, PersonField.Address) < (int)AddressLevel.Fits
            && PersonPattern.LevelOf(pattern, PersonField.RelatedName) < (int)NameLevel.OneCharacter
            && (name != NameLevel.Absent || PersonPattern.LevelOf(pattern, PersonField.EventDate) < (int)DateLevel.OneDay);
    }
}
