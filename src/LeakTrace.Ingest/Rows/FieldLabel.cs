using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Words before a value that say which field it is: 姓名 in 姓名：王丽.</summary>
static class FieldLabel
{
    const int LongestText = 16;

    /// <summary>The field that a text is the label of; none where it says anything else.</summary>
    public static FieldRole Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
        {
            return FieldRole.None;
        }

        var words = HeaderWords.Read(text);
        return words is { IsKnown: true, Coverage: > 0.9 } && HeaderMeaning.Of(words, InputFolder.Seized).Role is var role
            && (FieldRoles.IsKept(role) || role is FieldRole.Note) ? role : FieldRole.None;
    }

    /// <summary>Whether a text is nothing but the label of a field.</summary>
    public static bool Is(ReadOnlySpan<char> text) => Of(text) != FieldRole.None;

    /// <summary>Whether a line begins with the label of a field: 姓名：….</summary>
    public static bool Begins(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        return colon > 0 && Is(line.AsSpan(0, colon));
    }
}
