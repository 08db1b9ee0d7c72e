using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>A type of information, told by the columns that hold it.</summary>
/// <param name="Name">Stable code, such as <c>health</c>.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Tiers">Tiers that it may belong to; several where that is unsettled.</param>
/// <param name="Roles">Roles of columns that hold it.</param>
/// <param name="Headers">Folded pieces of headers of columns that hold it.</param>
/// <param name="Institutions">Folded pieces of names of institutions whose records are of this type.</param>
public sealed record InformationType(
    string Name, string Chinese, string English, IReadOnlyList<string> Tiers, IReadOnlyList<FieldRole> Roles,
    IReadOnlyList<string> Headers, IReadOnlyList<string> Institutions)
{
    /// <summary>Whether a column, by role and folded header, holds it.</summary>
    public bool IsIn(FieldRole role, ReadOnlySpan<char> header)
    {
        foreach (var known in Roles)
        {
            if (known == role)
            {
                return true;
            }
        }

        return role is not (FieldRole.Sequence or FieldRole.RecordNumber) && HasAny(Headers, header);
    }

    /// <summary>Whether an institution, by folded name, keeps records of this type.</summary>
    public bool IsOf(ReadOnlySpan<char> institution) => HasAny(Institutions, institution);

    static bool HasAny(IReadOnlyList<string> pieces, ReadOnlySpan<char> text)
    {
        foreach (var piece in pieces)
        {
            if (text.Contains(piece, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
