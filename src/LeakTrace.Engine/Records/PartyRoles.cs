namespace LeakTrace.Engine.Records;

/// <summary>Names of <see cref="PartyRole"/>.</summary>
public static class PartyRoles
{
    /// <summary>The role as case.json and the tables name it.</summary>
    public static string NameOf(PartyRole role) => role switch
    {
        PartyRole.Insider => "insider",
        PartyRole.Outsider => "outsider",
        PartyRole.LawfulBusiness => "lawful-business",
        _ => "unknown",
    };
}
