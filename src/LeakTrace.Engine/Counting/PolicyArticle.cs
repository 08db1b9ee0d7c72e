namespace LeakTrace.Engine.Counting;

/// <summary>Words of a rule that the report quotes.</summary>
/// <param name="Article">Where they stand.</param>
/// <param name="Text">The words.</param>
/// <param name="Scope">Scope of the tables that follows the rule; empty where none does.</param>
public sealed record PolicyArticle(string Article, string Text, string Scope = "");
