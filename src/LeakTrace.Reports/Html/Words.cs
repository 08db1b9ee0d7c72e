using System.Globalization;
using System.Text.Json;

namespace LeakTrace.Reports.Html;

/// <summary>The words of a report in one language, by key.</summary>
sealed class Words
{
    readonly Dictionary<string, string> _texts;

    /// <param name="language">Language.</param>
    /// <param name="book">Which words: those of the page, or of another part of the report.</param>
    public Words(ReportLanguage language, string book = "Words")
    {
        Tag = language == ReportLanguage.Chinese ? "zh-CN" : "en";
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"{book}.{(language == ReportLanguage.Chinese ? "zh" : "en")}.json")
            ?? throw new InvalidOperationException("The words of the report are not embedded.");
        _texts = JsonSerializer.Deserialize(stream, WordsJson.Default.DictionaryStringString)!;
    }

    /// <summary>Language tag for the <c>lang</c> attribute.</summary>
    public string Tag { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new InvalidOperationException($"The report has no word for '{key}'.");

    /// <summary>A sentence with its values put in.</summary>
    public string Say(string key, params ReadOnlySpan<object> values) => string.Format(CultureInfo.InvariantCulture, this[key], values.ToArray());

    /// <summary>The word for a code of the engine, or the code itself where the report knows no word.</summary>
    public string Name(string kind, string code) => _texts.GetValueOrDefault($"{kind}.{code}", code);

    /// <summary>Whether there is a word for a code of the engine.</summary>
    public bool Knows(string kind, string code) => _texts.ContainsKey($"{kind}.{code}");
}
