namespace LeakTrace.Engine.Records;

/// <summary>Facts about <see cref="FieldRole"/>.</summary>
public static class FieldRoles
{
    /// <summary>Number of roles, <see cref="FieldRole.None"/> included; roles index arrays of this length.</summary>
    public const int Count = (int)FieldRole.Canary + 1;

    /// <summary>Type of the values that a role holds.</summary>
    public static FieldType TypeOf(FieldRole role) => role switch
    {
        FieldRole.PersonName or FieldRole.RelatedName or FieldRole.SenderName => FieldType.Name,
        FieldRole.Phone or FieldRole.SenderPhone => FieldType.Phone,
        FieldRole.NationalId => FieldType.NationalId,
        FieldRole.EventDate or FieldRole.BirthDate or FieldRole.RecordedAt => FieldType.Date,
        FieldRole.Institution or FieldRole.District or FieldRole.Account or FieldRole.Sex or FieldRole.Direction
            or FieldRole.Device or FieldRole.Canary => FieldType.Place,
        FieldRole.Address or FieldRole.SenderAddress => FieldType.Address,
        FieldRole.Waybill or FieldRole.RecordNumber => FieldType.Code,
        FieldRole.Sequence => FieldType.Number,
        _ => FieldType.Text,
    };

    /// <summary>Whether a record table keeps a column for the role.</summary>
    public static bool IsKept(FieldRole role) =>
        role is not (FieldRole.None or FieldRole.Sequence or FieldRole.Attribute or FieldRole.Note);

    /// <summary>The role in words with dashes, as users write it: <c>PersonName</c> is <c>person-name</c>.</summary>
    public static string NameOf(FieldRole role)
    {
        var name = new System.Text.StringBuilder();
        foreach (var unit in role.ToString())
        {
            name.Append(char.IsUpper(unit) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(unit));
        }

        return name.ToString();
    }

    /// <summary>The role of that name; false where there is none.</summary>
    public static bool TryParse(string name, out FieldRole role)
    {
        for (role = FieldRole.None; (int)role < Count; role++)
        {
            if (NameOf(role) == name)
            {
                return true;
            }
        }

        role = FieldRole.None;
        return false;
    }
}
