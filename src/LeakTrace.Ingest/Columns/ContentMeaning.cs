using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>What a column's cells alone say about it.</summary>
static class ContentMeaning
{
    const double Enough = 0.6;

    /// <summary>Role that the cells suggest, with a confidence from 0 to 1.</summary>
    public static (FieldRole Role, double Confidence) Of(ColumnProfile profile, InputFolder folder)
    {
        if (profile.Count == 0)
        {
            return (FieldRole.None, 0);
        }

        // A phone or an identity number is recognised with little doubt; a name less so.
        double id = profile.Share(CellShape.NationalId), phone = profile.Share(CellShape.Phone), date = profile.Share(CellShape.Date);
        double address = profile.Share(CellShape.Address), institution = profile.Share(CellShape.Institution);
        double name = profile.Share(CellShape.Name);
        return id >= Enough ? (FieldRole.NationalId, 0.95 * id)
            : profile.Share(CellShape.Number) >= 0.9 && profile.Sequential >= 0.9 && profile.Count >= 3 ? (FieldRole.Sequence, 0.9)
            : phone >= Enough ? (FieldRole.Phone, 0.9 * phone)
            : date >= Enough && !profile.AreSerialsByChance ? (FieldRole.EventDate, 0.8 * date)
            : profile.Share(CellShape.Sex) >= Enough ? (FieldRole.Sex, 0.9)
            : institution >= 0.5 && address < 0.9 ? (FieldRole.Institution, 0.5 + 0.3 * institution)
            : address >= 0.5 ? (FieldRole.Address, 0.5 + 0.4 * address)
            : profile.Share(CellShape.District) >= Enough && profile.Distinctness < 0.5 ? (FieldRole.District, 0.7)
            : name >= Enough ? OfNames(profile, name)
            : OfCodes(profile, folder);
    }

    /// <summary>How well the cells fit a role, 0 to 1; NaN where cells of the role may look like anything.</summary>
    public static double Support(ColumnProfile profile, FieldRole role) => profile.Count == 0
        ? double.NaN
        : role switch
        {
            FieldRole.Phone or FieldRole.SenderPhone => profile.Share(CellShape.Phone),
            FieldRole.NationalId => profile.Share(CellShape.NationalId),
            FieldRole.EventDate or FieldRole.BirthDate or FieldRole.RecordedAt => profile.Share(CellShape.Date),
            FieldRole.PersonName or FieldRole.RelatedName or FieldRole.SenderName => profile.Share(CellShape.Name),
            FieldRole.Address or FieldRole.SenderAddress => Math.Min(1, 0.4 + profile.Share(CellShape.Address)),
            FieldRole.Sex => profile.Share(CellShape.Sex),
            FieldRole.Waybill => Math.Min(1, 0.3 + profile.Share(CellShape.Code)),
            FieldRole.Sequence => Math.Min(1, 0.3 + profile.Share(CellShape.Number)),
            _ => double.NaN,
        };

    static (FieldRole Role, double Confidence) OfNames(ColumnProfile profile, double name) =>
        profile.Count >= 40 && profile.Distinctness < 0.08
            ? (FieldRole.Account, 0.55)
            : (FieldRole.PersonName, 0.5 + 0.4 * name);

    static (FieldRole Role, double Confidence) OfCodes(ColumnProfile profile, InputFolder folder)
    {
        var code = profile.Share(CellShape.Code);
        if (profile.Share(CellShape.Decimal) >= 0.5 || profile.Share(CellShape.Device) >= 0.5)
        {
            return (FieldRole.Attribute, 0.6);
        }

        if (profile.Share(CellShape.LongCode) >= Enough && profile.Distinctness > 0.8)
        {
            return (folder == InputFolder.AccessLog ? FieldRole.RecordNumber : FieldRole.Waybill, 0.7);
        }

        if (code >= Enough && profile.Distinctness > 0.9 && profile.Count >= 3
            && (profile.MeanLength >= 7 || (profile.MeanLength >= 4 && profile.Share(CellShape.Number) < 0.5)))
        {
            return (FieldRole.RecordNumber, 0.6);
        }

        if (folder != InputFolder.Seized && profile.Count >= 20 && profile.Distinctness < 0.3 && code >= Enough)
        {
            return (FieldRole.Account, 0.5);
        }

        return profile.MeanLength > 12 ? (FieldRole.Note, 0.5) : (FieldRole.Attribute, 0.4);
    }
}
