namespace LeakTrace.Ingest.Html;

/// <summary>Takes the tags and texts of a page in order.</summary>
interface IHtmlTokens
{
    /// <summary>Takes a tag.</summary>
    void Tag(ReadOnlySpan<char> name, bool closing, ReadOnlySpan<char> attributes);

    /// <summary>Takes text.</summary>
    void Text(string text);

    /// <summary>Ends what is open.</summary>
    void End();
}
