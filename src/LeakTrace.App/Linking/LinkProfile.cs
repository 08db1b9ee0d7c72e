using LeakTrace.Engine.Linking;

namespace LeakTrace.App.Linking;

/// <summary>What is compared, resolved to the columns of the tables.</summary>
/// <param name="LeftId">Column that names the left records; -1 where they are named by their number.</param>
/// <param name="RightId">Column that names the right records; -1 where they are named by their number.</param>
/// <param name="Fields">Fields.</param>
/// <param name="Notes">What the user should know.</param>
sealed record LinkProfile(int LeftId, int RightId, IReadOnlyList<LinkField> Fields, IReadOnlyList<string> Notes)
{
    /// <summary>A profile without a file: everything inferred from the tables.</summary>
    public static LinkProfile Infer(LinkTable left, LinkTable right)
    {
        int leftId = ColumnInference.IdOf(left), rightId = ColumnInference.IdOf(right);
        var (fields, notes) = ColumnInference.FieldsOf(left, right, leftId, rightId);
        return new LinkProfile(leftId, rightId, fields, notes);
    }
}
