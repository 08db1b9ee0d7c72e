using System.Text;
using System.Text.RegularExpressions;

namespace LeakTrace.Cases;

/// <summary>
/// A pattern of file names as they stand in the tables: <c>*</c> any characters but <c>/</c>, <c>**</c> any characters,
/// <c>?</c> one character but <c>/</c>. A pattern without <c>/</c> is held against the last part of the name.
/// </summary>
public sealed class FilePattern
{
    readonly Regex _expression;
    readonly bool _lastPartOnly;

    /// <summary>Creates a pattern.</summary>
    public FilePattern(string text)
    {
        Text = text;
        _lastPartOnly = !text.Contains('/', StringComparison.Ordinal);

        // Without backtracking the time is linear in the name, whatever the pattern.
        _expression = new Regex(
            Translate(text), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether a file's name fits.</summary>
    public bool Matches(string file) => _expression.IsMatch(_lastPartOnly ? file[(file.LastIndexOf('/') + 1)..] : file);

    /// <inheritdoc/>
    public override string ToString() => Text;

    static string Translate(string text)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '*')
            {
                expression.Append(text[i] == '?' ? "[^/]" : Regex.Escape(text[i].ToString()));
                continue;
            }

            var isDeep = i + 1 < text.Length && text[i + 1] == '*';
            if (!isDeep)
            {
                expression.Append("[^/]*");
                continue;
            }

            i++;
            var isFolder = i + 1 < text.Length && text[i + 1] == '/';
            expression.Append(isFolder ? "(.*/)?" : ".*");
            i += isFolder ? 1 : 0;
        }

        return expression.Append("\\z").ToString();
    }
}
