using System.Collections.Concurrent;

namespace LeakTrace.Cases;

/// <summary>Statements of the store, one in each .sql file beside this one.</summary>
static class Sql
{
    static readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Text of a statement by the name of its file.</summary>
    public static string Text(string name) => _texts.GetOrAdd(name, Read);

    static string Read(string name)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new InvalidOperationException($"The statement {name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
